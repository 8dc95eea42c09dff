import { pino } from 'pino'
import { systemClock } from '../electron/clock.ts'
import { drawPdf } from '../electron/documents/pdf.ts'
import { printedAt } from '../electron/documents/printedOn.ts'
import { testSheetDefinition } from '../electron/documents/testSheet.ts'
import { openDocumentPrinter } from '../electron/printing/open.ts'
import { printTest } from './printTest.ts'

/** Prints the test page, for whoever sets a printer of sheets up: `npm run sheet:test -- ipp://10.0.0.8/ipp/print`. */
const [address] = process.argv.slice(2)

function open(text: string | undefined) {
  try {
    return openDocumentPrinter(text ?? '', { log: pino({ level: 'silent' }), clock: systemClock })
  } catch {
    console.error('usage: npm run sheet:test -- ipp://host:port/path | ipps://host:port/path | cups:NAME | file:DIR')
    process.exit(2)
  }
}

const printer = open(address)
const printedOn = printedAt(systemClock.now(), Intl.DateTimeFormat().resolvedOptions().timeZone)
const { pdf } = await drawPdf(testSheetDefinition({ page: 'LETTER', printedOn, place: printer.name }))
process.exitCode = (await printTest(printer, pdf)) ? 0 : 1
