import type es from '../es-MX/registration.ts'
import type { SomeWords } from '../words.ts'

export default {
  need: { name: 'Tenga a la mano su factura' },
  offline: { detail: 'Puede escribir sus datos mientras vuelve. Con su factura puede consultar e imprimir como siempre.' },
} satisfies SomeWords<typeof es>
