import { pino } from 'pino'
import { systemClock } from '../electron/clock.ts'
import { printerAddresses } from '../electron/config.ts'
import { drawPdf } from '../electron/documents/pdf.ts'
import { printedAt } from '../electron/documents/printedOn.ts'
import { testSheetDefinition } from '../electron/documents/testSheet.ts'
import { readAllowed, readOptions } from '../electron/options.ts'
import { openDocumentPrinter } from '../electron/printing/openDocumentPrinter.ts'
import { printTest } from './printTest.ts'

const usage = `Usage: npm run sheet:test -- ADDRESS
Prints the test page on a printer of sheets: ipp://10.0.0.8/ipp/print, ipps://…, cups:NAME or file:DIR`

const address = readOptions(usage, { allowPositionals: true }, ({ positionals: [given] }) => readAllowed('the address', printerAddresses.documents, given))
const printer = openDocumentPrinter(address, { log: pino({ level: 'silent' }), clock: systemClock })
const printedOn = printedAt(systemClock.now(), Intl.DateTimeFormat().resolvedOptions().timeZone)
const { pdf } = await drawPdf(testSheetDefinition({ page: 'LETTER', printedOn, place: printer.name }))
process.exitCode = (await printTest(printer, pdf)) ? 0 : 1
