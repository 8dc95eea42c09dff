import type { PrintedOn } from '../printedOn.ts'
import { centred, gap, large, rule, strong, text, type Block } from './block.ts'
import { encodeTicket } from './encode.ts'
import { ticketPaper, type TicketWidth } from './ticketPaper.ts'

const words = {
  title: 'Página de prueba',
  width: (millimetres: number, columns: number) => `${millimetres} mm, ${columns} columnas`,
  characters: 'áéíóúüñ ÁÉÍÓÚÜÑ ¿¡ € $ % & @ # [ ] { } « » º ª ç ã õ',
  large: 'Letra grande',
  bold: 'Letra gruesa',
  bars: 'Barras: 0123456789',
  qr: 'QR: VENTANILLA',
  last: 'Después de esta línea se corta el papel.',
}

/** What whoever sets up a printer wants to see: letters, width, sizes, bars, QR, knife. Ready to send. */
export function testTicket(width: TicketWidth, printedOn: PrintedOn): Uint8Array {
  const { columns } = ticketPaper[width]
  const blocks: Block[] = [
    large(words.title, 2),
    centred(`${printedOn.date} ${printedOn.time}`),
    rule,
    text(words.width(width, columns)),
    text('1234567890'.repeat(5).slice(0, columns)),
    text(words.characters),
    strong(words.bold),
    large(words.large, 8),
    rule,
    text(words.bars),
    { kind: 'bars', data: '0123456789' },
    text(words.qr),
    { kind: 'qr', data: 'VENTANILLA' },
    gap,
    text(words.last),
  ]
  return encodeTicket(blocks, width)
}
