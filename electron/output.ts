import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PrintJob } from '../shared/contract/printing.ts'
import type { BegunRegistration } from './customers/registrations.ts'
import type { OfVisit } from './customers/ofVisit.ts'
import type { VisitAccounts } from './customers/visitAccounts.ts'
import { startDrawing } from './documents/drawing.ts'
import { createPageDrawing } from './documents/preview/pageDrawing.ts'
import { startRecords, type Records } from './documents/records/records.ts'
import { addressesIn } from './config.ts'
import type { Core } from './core.ts'
import { logBug } from './log/log.ts'
import { openOriginalStore } from './originals/store.ts'
import { createPrintService, type PrintService, type PrintServiceParts } from './printing/printService.ts'
import { openPrinters, paperLimits, type Printers } from './printing/roles.ts'
import { openJobs } from './printing/jobTable.ts'
import type { Draw } from './printing/work.ts'
import { createAllowance, type Allowance } from './saving/allowance.ts'
import { createLinuxMedia } from './saving/linuxMedia.ts'
import { noMedia } from './saving/medium.ts'
import { createDocuments, type Documents } from './services/documents.ts'
import { createOriginals, type Originals } from './services/originals.ts'
import { createPhoneService, type PhoneService } from './services/phone.ts'
import { createPreviewService } from './services/preview.ts'
import { createSavingService, type SavingService } from './services/saving.ts'
import type { Counter } from './session/counter.ts'

/** Everything that can be taken away or looked at as it would be: sheets, tickets, files, pictures of pages. */
export interface Output {
  records: Records
  printService: PrintService
  /** The calls about what is looked at, saved and taken on a phone. */
  handlers: ReturnType<typeof createPreviewService>['handlers'] & SavingService['handlers'] & PhoneService['handlers']
  originals: Originals
  printers: Printers
  documents: Documents
  /** A print job or a file of this session is not finished, on a phone too; the idle watch does not end the session meanwhile. */
  isUnderWay(sessionId: string): boolean
  /** No print job and no file is unfinished, of any session. */
  isIdle(): boolean
  endSession(sessionId: string): void
  /** What was drawn for somebody who is signed in is looked at by nobody else. */
  endPreviews(): void
  stop(): Promise<void>
}

interface OutputParts {
  counter: Counter
  visiting: VisitAccounts
  registrations: OfVisit<BegunRegistration>
  onJob: (job: PrintJob, sessionId: string) => void
}

/** Builds the threads that draw and read, the printers, and the service that prints on them. */
export function buildOutput(core: Core, { counter, visiting, registrations, onJob }: OutputParts): Output {
  const { db, databaseFile, clock, log, api, settings } = core
  const { dataDir, ticketWidth: widthMm } = settings
  const drawing = startDrawing({ log })
  const records = startRecords({ log, databaseFile, heldOf: visiting.bytesOf })
  const originals = createOriginals({ db, api, clock, log, store: openOriginalStore({ folder: join(dataDir, 'originals'), clock, log }) })
  const documents = createDocuments({
    ...{ db, readers: visiting, clock, counter, begun: registrations, widthMm },
    ...{ drawing, records, fetchOriginal: originals.fetch },
  })
  const printers = openBranchPrinters(core)
  const draw: Draw = ({ document, ...order }) => documents.draw(document, { ...order, purpose: 'print', masked: false })
  const printService = buildPrintService(core, printers, { draw, onJob })
  const preview = createPreviewService({ documents, counter, log, pages: createPageDrawing({ log }) })
  const taking = { counter, documents, allowance: createAllowance(settings.sheetsPerVisit) }
  const saving = buildSaving(core, taking)
  const phone = buildPhone(core, taking)
  const endPreviews = (): void => void preview.endSession().catch((error: unknown) => logBug(log, 'preview', error))
  return {
    documents,
    records,
    printService,
    handlers: { ...preview.handlers, ...saving.handlers, ...phone.handlers },
    originals,
    printers,
    isUnderWay: (sessionId) => printService.isPrinting(sessionId) || saving.isSaving(sessionId) || phone.isSending(sessionId),
    isIdle: () => openJobs(db).length === 0 && saving.isIdle(),
    endSession(sessionId) {
      printService.endSession(sessionId)
      phone.endSession()
      endPreviews()
    },
    endPreviews,
    async stop() {
      await Promise.all([printService.stop(), saving.stop(), phone.stop(), preview.endSession()])
      await Promise.all([drawing.close(), records.close()])
    },
  }
}

function openBranchPrinters({ settings, log, clock }: Core): Printers {
  const { caFile } = settings
  const ca = caFile === undefined ? {} : { ca: readFileSync(caFile, 'utf8') }
  return openPrinters(addressesIn(settings), { log, clock, ...ca })
}

type JobParts = Pick<PrintServiceParts, 'draw' | 'onJob'>

function buildPrintService({ db, clock, log, audit, settings }: Core, printers: Printers, { draw, onJob }: JobParts): PrintService {
  return createPrintService({
    db,
    clock,
    log,
    audit,
    printers,
    limits: paperLimits({ perVisit: settings.sheetsPerVisit, perAccountAndDay: settings.sheetsPerAccountAndDay }),
    draw,
    onJob,
  })
}

/** What every way to take a file away needs; the ways share how many a visit may take. */
interface TakingParts {
  counter: Counter
  documents: Documents
  allowance: Allowance
}

function buildSaving({ clock, log, audit, pages, settings }: Core, { counter, ...parts }: TakingParts): SavingService {
  return createSavingService({
    clock,
    log,
    audit,
    ...parts,
    counter,
    media: process.platform === 'linux' ? createLinuxMedia({ clock, isAttended: counter.isAttended }) : noMedia,
    exportDir: settings.exportDir ?? null,
    onPlaces: (places) => pages.tell('saving.places', { places }),
  })
}

function buildPhone({ clock, log, audit, pages, settings }: Core, parts: TakingParts): PhoneService {
  return createPhoneService({
    clock,
    log,
    audit,
    ...parts,
    settings: settings.phone ?? null,
    onChanged: (state) => pages.tell('phone.changed', { state }),
  })
}
