import type es from '../es-MX/guide.ts'
import type { SomeWords } from '../words.ts'

export default {
  places: {
    banks: 'Con su talón de pago',
    banksNote: {
      print: 'Imprímalo en este equipo: consulte su cuenta y toque Pagar.',
      notNow: 'Por ahora este equipo no puede imprimirlo. Pídalo en el mostrador.',
    },
  },
} satisfies SomeWords<typeof es>
