import type es from '../es-MX/supply.ts'
import type { SomeWords } from '../words.ts'

export default {
  reconnection: { phoneHint: 'Por ejemplo, {sample} o 099 123 456.' },
  holder: { phoneHint: 'Por ejemplo, {sample} o 099 123 456.' },
} satisfies SomeWords<typeof es>
