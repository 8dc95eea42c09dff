import type es from '../es-MX/desks.ts'
import type { SomeWords } from '../words.ts'

export default {
  jobs: { kinds: { slip: 'Talón de pago' } },
} satisfies SomeWords<typeof es>
