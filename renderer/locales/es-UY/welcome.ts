import type es from '../es-MX/welcome.ts'
import type { SomeWords } from '../words.ts'

export default {
  lookupByScanner: 'Acerque la barra de su factura al lector, o escriba dos números.',
  steps: { bill: { name: 'Tenga su factura a mano', detail: 'Sirve una de cualquier mes.' } },
} satisfies SomeWords<typeof es>
