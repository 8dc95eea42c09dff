import PDFDocument from 'pdfkit'
import { buffer } from 'node:stream/consumers'
import { pino } from 'pino'
import { systemClock } from '../electron/clock.ts'
import { printedAt } from '../electron/documents/printedOn.ts'
import { openDocumentPrinter } from '../electron/printing/open.ts'
import { printTest } from './printTest.ts'

/** Prints a test page, for whoever sets a printer of sheets up: `npm run sheet:test -- ipp://10.0.0.8/ipp/print`. */
const [address] = process.argv.slice(2)
const MARGIN = 36

function open(text: string | undefined) {
  try {
    return openDocumentPrinter(text ?? '', { log: pino({ level: 'silent' }), clock: systemClock })
  } catch {
    console.error('usage: npm run sheet:test -- ipp://host:port/path | ipps://host:port/path | cups:NAME | file:DIR')
    process.exit(2)
  }
}

/** A frame half an inch from the edge shows at once whether the printer shrinks or cuts. */
function drawSheet(printerName: string): Promise<Buffer> {
  const sheet = new PDFDocument({ size: 'LETTER', margin: MARGIN * 2 })
  const { date, time } = printedAt(systemClock.now(), Intl.DateTimeFormat().resolvedOptions().timeZone)
  sheet.rect(MARGIN, MARGIN, sheet.page.width - 2 * MARGIN, sheet.page.height - 2 * MARGIN).stroke()
  sheet.fontSize(28).text('Página de prueba').fontSize(14)
  for (const line of [`${date} ${time}`, printerName, 'Áéíóúñ ¿? $ 1,234.56', 'El marco está a 12.7 mm del borde.']) sheet.moveDown().text(line)
  sheet.end()
  return buffer(sheet)
}

const printer = open(address)
process.exitCode = (await printTest(printer, await drawSheet(printer.name))) ? 0 : 1
