import type es from '../es-MX/supply.ts'
import type { SomeWords } from '../words.ts'

export default {
  reconnection: { phoneHint: 'Con código de área si es fijo, por ejemplo 099 123 456.' },
  holder: { phoneHint: 'Con código de área si es fijo.' },
} satisfies SomeWords<typeof es>
