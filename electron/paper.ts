import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PrintJob } from '../shared/contract/printing.ts'
import { startDrawing } from './documents/drawing.ts'
import { startRecords, type Records } from './documents/records/records.ts'
import type { Frame } from './frame.ts'
import { createPrintDesk, type PrintDesk } from './printing/desk.ts'
import { openDocumentPrinter } from './printing/open.ts'
import type { Printer } from './printing/printer.ts'
import { openTicketPrinter } from './printing/tickets/open.ts'
import { createDrawingTable } from './services/documentDrawing.ts'
import { createDocuments, type Documents } from './services/documents.ts'
import { createOriginals } from './services/originals.ts'
import type { Counter } from './session/counter.ts'

/** Everything that leaves the kiosk on paper, or as a file of the same. */
export interface Paper {
  documents: Documents
  records: Records
  desk: PrintDesk
  printers: Printers
  stop(): Promise<void>
}

export interface Printers {
  documents: Printer
  /** Null where the branch has none. */
  tickets: Printer | null
}

interface PaperJoints {
  counter: Pick<Counter, 'current' | 'mayRead'>
  onJob: (job: PrintJob, sessionId: string) => void
}

/** Joins the threads that draw and read, the printers, and the desk at which jobs are asked for. */
export function joinPaper(frame: Frame, { counter, onJob }: PaperJoints): Paper {
  const { db, databaseFile, clock, log, api, settings } = frame
  const { sheetsPerVisit: perVisit, sheetsPerAccountAndDay: perAccountAndDay, ticketWidth: widthMm } = settings
  const drawing = startDrawing({ log })
  const records = startRecords({ log, databaseFile })
  const table = createDrawingTable({ db, clock, drawing, records, fetchOriginal: createOriginals({ api, clock }), widthMm })
  const documents = createDocuments({ db, counter, table })
  const printers = openPrinters(frame)
  const desk = createPrintDesk({
    ...frame,
    ...printers,
    draw: ({ document, ...wish }) => documents.draw(document, wish),
    limits: { perVisit, perAccountAndDay },
    onJob,
  })
  return {
    documents,
    records,
    desk,
    printers,
    async stop() {
      await desk.stop()
      await Promise.all([drawing.close(), records.close()])
    },
  }
}

function openPrinters({ settings, log, clock }: Frame): Printers {
  const { dataDir, documentPrinter, ticketPrinter, caFile } = settings
  const ca = caFile === undefined ? {} : { ca: readFileSync(caFile, 'utf8') }
  return {
    documents: openDocumentPrinter(documentPrinter ?? `file:${join(dataDir, 'impresos')}`, { log, clock, ...ca }),
    tickets: ticketPrinter === undefined ? null : openTicketPrinter(ticketPrinter, { log, clock }),
  }
}
