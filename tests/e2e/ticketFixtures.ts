import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startElectronKiosk } from '../fixtures/shell/electronKiosk.ts'
import { startFolderPrinter } from '../fixtures/printing/folderPrinter.ts'
import { startKiosk, temporaryFolder } from '../fixtures/shell/startKiosk.ts'
import { startTicketPrinter, type TicketPrinter } from '../fixtures/printing/startTicketPrinter.ts'
import { test as base, expect } from './fixtures.ts'

/** So little that a person gets to it at once. */
const SHEETS_PER_VISIT = 2

/** A kiosk that has a ticket printer on the network as well; sheets go to a folder. Staff's page is open. */
export const test = base.extend<object, { ticketPrinter: TicketPrinter }>({
  ticketPrinter: [
    async ({}, use) => {
      const ticketPrinter = await startTicketPrinter()
      await use(ticketPrinter)
      await ticketPrinter.stop()
    },
    { scope: 'worker' },
  ],
  printer: [
    async ({}, use) => {
      const printer = startFolderPrinter()
      await use(printer)
      await printer.stop()
    },
    { scope: 'worker' },
  ],
  kiosk: [
    async ({ shell, printer, ticketPrinter }, use) => {
      const dataDir = temporaryFolder()
      writeFileSync(join(dataDir, 'ventanilla.json'), JSON.stringify({ sheetsPerVisit: SHEETS_PER_VISIT }))
      const env = { VENTANILLA_DOCUMENT_PRINTER: printer.uri, VENTANILLA_TICKET_PRINTER: ticketPrinter.address }
      const options = { dataDir, env, args: ['--diagnostics'] }
      const kiosk = await (shell === 'electron' ? startElectronKiosk(options) : startKiosk(options))
      await use(kiosk)
      await kiosk.dispose()
    },
    { scope: 'worker' },
  ],
})

export { expect }
