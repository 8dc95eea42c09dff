import type es from '../es-MX/standby.ts'
import type { SomeWords } from '../words.ts'

export default {
  counter: { detail: 'Ahí le ayudan con su factura, sus pagos y sus aclaraciones.' },
} satisfies SomeWords<typeof es>
