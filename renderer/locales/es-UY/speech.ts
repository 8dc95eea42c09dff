import type es from '../es-MX/speech.ts'
import type { SomeWords } from '../words.ts'

export default {
  cents: '{count} centésimo | {count} centésimos',
} satisfies SomeWords<typeof es>
