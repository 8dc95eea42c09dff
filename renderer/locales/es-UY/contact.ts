import type es from '../es-MX/contact.ts'
import type { SomeWords } from '../words.ts'

export default {
  accountNumberHint: 'Opcional. Está en su factura.',
} satisfies SomeWords<typeof es>
