/** The words of tickets, the same in both countries. Those of a receipt stand with the receipt. */
export const ticketWords = {
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
  test: {
    title: 'Página de prueba',
    width: (millimetres: number, columns: number) => `${millimetres} mm, ${columns} columnas`,
    characters: 'áéíóúüñ ÁÉÍÓÚÜÑ ¿¡ € $ % & @ # [ ] { } « » º ª ç ã õ',
    large: 'Letra grande',
    bold: 'Letra gruesa',
    bars: 'Barras: 0123456789',
    qr: 'QR: VENTANILLA',
    last: 'Después de esta línea se corta el papel.',
  },
}
