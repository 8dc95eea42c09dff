import type es from '../es-MX/printing.ts'
import type { SomeWords } from '../words.ts'

export default {
  papers: { slip: 'su talón de pago' },
  names: { slip: 'Talón de pago {name}' },
  waiting: {
    jam: { title: 'Se trancó una hoja en la impresora' },
  },
  ticketPrinter: { jam: 'Se trancó el papel en la impresora de tickets' },
} satisfies SomeWords<typeof es>
