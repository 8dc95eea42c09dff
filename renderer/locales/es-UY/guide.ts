import type es from '../es-MX/guide.ts'
import type { SomeWords } from '../words.ts'

export default {
  places: { banks: 'Con su talón de pago', banksNote: 'Imprímalo en este equipo: consulte su cuenta y toque Pagar.' },
} satisfies SomeWords<typeof es>
