import type es from '../es-MX/signIn.ts'
import type { SomeWords } from '../words.ts'

export default {
  offline: { detail: 'Con su factura puede consultar e imprimir como siempre.' },
} satisfies SomeWords<typeof es>
