import type es from '../es-MX/payments.ts'
import type { SomeWords } from '../words.ts'

export default {
  way: { store: 'En comercio: {place}', counter: 'En caja de la empresa' },
} satisfies SomeWords<typeof es>
