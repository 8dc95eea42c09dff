import type es from '../es-MX/reach.ts'
import type { SomeWords } from '../words.ts'

export default { phoneHint: 'Por ejemplo, {sample} o 099 123 456.' } satisfies SomeWords<typeof es>
