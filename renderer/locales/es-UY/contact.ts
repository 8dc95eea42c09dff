import type es from '../es-MX/contact.ts'
import type { SomeWords } from '../words.ts'

export default {
  accountNumberHint: 'Opcional. Está en su factura.',
  phoneHint: { wanted: 'Con código de área si es fijo.', optional: 'Con código de área si es fijo. Puede dejarlo vacío.' },
} satisfies SomeWords<typeof es>
