export default {
  papers: { slip: 'su talón de pago' },
  names: { slip: 'Talón de pago {name}' },
  waiting: {
    jam: { title: 'Se trancó una hoja en la impresora' },
  },
  ticketPrinter: { jam: 'Se trancó el papel en la impresora de tickets' },
} as const
