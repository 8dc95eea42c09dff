import { BreakLine, CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer'
import type { Block } from './block.ts'
import { ticketText } from './characters.ts'
import { code128For } from './code128.ts'
import { pair, scaleFor, wrap } from './lines.ts'
import { qrCellFor } from './qrCell.ts'
import { ticketPaper, type TicketPaper, type TicketWidth } from './ticketPaper.ts'

/** What a kiosk must never be: a way to open somebody's drawer. Only what stands here is sent, and no data bring commands with them. */
const command = {
  /** ESC @ */
  reset: Buffer.from([0x1b, 0x40]),
  /** ESC R 0: no letters of some country in place of signs, whatever the printer's switches say. */
  plainSigns: Buffer.from([0x1b, 0x52, 0x00]),
  /** GS H 0: the digits are set as text, in groups. */
  noDigitsAtBars: Buffer.from([0x1d, 0x48, 0x00]),
  barHeight: Buffer.from([0x1d, 0x68, 96]),
  barWidth: (dots: number) => Buffer.from([0x1d, 0x77, dots]),
  /** GS k 73: the package knows set B alone. */
  code128: (bytes: Uint8Array) => Buffer.concat([Buffer.from([0x1d, 0x6b, 73, bytes.length]), bytes]),
}

/** From the head to the knife. */
const FEED_BEFORE_CUT = 5

/** A ticket as ESC/POS bytes, cut. The code page is set before it and, because the cut resets the printer, again behind it. */
export function encodeTicket(blocks: readonly Block[], width: TicketWidth): Uint8Array {
  const paper = ticketPaper[width]
  const printer = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '', width: paper.columns, breakLine: BreakLine.NONE })
  printer.add(command.reset)
  setUp(printer)
  for (const block of blocks) draw(printer, block, paper)
  for (let line = 0; line < FEED_BEFORE_CUT; line++) printer.newLine()
  printer.partialCut({ verticalTabAmount: 0 })
  setUp(printer)
  return Uint8Array.from(printer.getBuffer())
}

function setUp(printer: ThermalPrinter): void {
  printer.add(command.plainSigns)
  printer.setCharacterSet(CharacterSet.PC858_EURO)
}

function draw(printer: ThermalPrinter, block: Block, paper: TicketPaper): void {
  switch (block.kind) {
    case 'text':
      return drawText(printer, block, paper)
    case 'fact':
      return put(printer, pair(tidy(block.label), tidy(block.value), paper.columns), { bold: block.bold })
    case 'qr':
      return drawQr(printer, block.data, paper)
    case 'bars':
      return drawBars(printer, block.data, paper)
    case 'rule':
      return put(printer, ['-'.repeat(paper.columns)], {})
    case 'gap':
      return printer.newLine()
  }
}

interface Style {
  bold?: boolean | undefined
  centred?: boolean | undefined
}

function put(printer: ThermalPrinter, lines: readonly string[], { bold, centred }: Style): void {
  if (centred) printer.alignCenter()
  if (bold) printer.bold(true)
  for (const line of lines) {
    printer.print(line)
    printer.newLine()
  }
  if (bold) printer.bold(false)
  if (centred) printer.alignLeft()
}

function drawText(printer: ThermalPrinter, { text, upTo, ...style }: Extract<Block, { kind: 'text' }>, { columns }: TicketPaper): void {
  const words = tidy(text)
  if (upTo === undefined) return put(printer, wrap(words, columns), style)
  const { width, height } = scaleFor(words, columns, upTo)
  // The package's first parameter is what Epson calls the width.
  printer.setTextSize(width - 1, height - 1)
  put(printer, wrap(words, Math.floor(columns / width)), style)
  printer.setTextSize(0, 0)
}

/** Nothing where it cannot be carried: what it stands for is printed beside it. */
function drawQr(printer: ThermalPrinter, data: string, { dots }: TicketPaper): void {
  const cellSize = qrCellFor(data, dots)
  if (cellSize === null) return
  printer.alignCenter()
  printer.printQR(data, { model: 2, cellSize, correction: 'M' })
  printer.alignLeft()
}

function drawBars(printer: ThermalPrinter, data: string, paper: TicketPaper): void {
  const bars = code128For(data, paper.dots)
  if (!bars) return drawQr(printer, data, paper)
  printer.alignCenter()
  printer.add(Buffer.concat([command.noDigitsAtBars, command.barHeight, command.barWidth(bars.width), command.code128(bars.bytes)]))
  printer.alignLeft()
}

const tidy = (text: string): string => ticketText(text).replace(/ +/g, ' ').trim()
