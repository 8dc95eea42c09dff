import { paperWords } from '../paperLocale.ts'

const words = {
  cash: {
    title: 'En la caja de esta sucursal',
    invoice: 'Factura',
    owed: 'Importe',
    noReference: 'Dicte en la caja el número de la factura.',
    keep: 'Entregue este papel en la caja. No es un comprobante de pago.',
    printed: (date: string, time: string) => `Impreso el ${date} a las ${time}`,
  },
  turn: {
    title: 'Su turno',
    wait: 'Espere a que llamen su número.',
  },
}

/** The words of tickets; both countries use the same. Those of a receipt stand with the receipt. */
export const ticketWords = paperWords<typeof words>({ 'es-MX': words, 'es-UY': words })
