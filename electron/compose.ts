import { join } from 'node:path'
import packageJson from '../package.json' with { type: 'json' }
import type { PrintJob } from '../shared/contract/printing.ts'
import { createApiClient } from './api/client.ts'
import type { Application } from './application.ts'
import { createAudit } from './audit/audit.ts'
import type { Db } from './cache/db.ts'
import { openDatabase } from './cache/open.ts'
import type { Clock } from './clock.ts'
import type { Settings } from './config.ts'
import { startDrawing } from './documents/drawing.ts'
import { createDispatch } from './ipc/dispatch.ts'
import { createHandlers } from './ipc/handlers.ts'
import { createPages, type Pages } from './ipc/pages.ts'
import type { Log } from './log/log.ts'
import { openDocumentPrinter } from './printing/open.ts'
import { createPrintQueue, type PrintQueue } from './printing/queue.ts'
import { createAccountService } from './services/account.ts'
import { createInvoiceDrawing } from './services/invoiceDrawing.ts'
import { createKioskService } from './services/kiosk.ts'
import { createLookup } from './services/lookup.ts'
import { createOriginals } from './services/originals.ts'
import { createPrintingService } from './services/printing.ts'
import { createCounter, type Counter } from './session/counter.ts'
import { createThrottle } from './session/throttle.ts'
import { startSync, type SyncHandle } from './sync/start.ts'
import { reachUtility, type Utility } from './utility.ts'

/** What is given from outside. */
export interface Surroundings {
  settings: Settings
  log: Log
  clock: Clock
}

/** The application in the making. */
interface Frame extends Surroundings {
  db: Db
  databaseFile: string
  pages: Pages
  utility: Utility | null
}

/** Builds the application: the one place where real parts are chosen and joined. Knows nothing of the shell that it will stand in. */
export async function compose(surroundings: Surroundings): Promise<Application> {
  const databaseFile = join(surroundings.settings.dataDir, 'ventanilla.db')
  const db = openDatabase(databaseFile, { role: 'promises' })
  const utility = await reachUtility(surroundings.settings)
  const frame: Frame = { ...surroundings, db, databaseFile, pages: createPages(), utility }

  const paper = joinPaper(frame, (job, sessionId) => {
    // A job of a visitor who left is nobody's news.
    if (sessionId === counter.current().id) frame.pages.tell('printing.job', job)
  })
  const counter = joinCounter(frame, paper.queue)
  const data = joinData(frame)
  paper.queue.recover()
  const handlers = createHandlers({
    counter,
    kiosk: data.kiosk,
    identify: createLookup({ db, counter, throttle: createThrottle(frame), clock: frame.clock, isReady: () => data.kiosk.status().data === 'ready' }),
    account: createAccountService({ db, counter, clock: frame.clock }),
    printing: createPrintingService({ ...paper, db, clock: frame.clock, counter, exportDir: frame.settings.exportDir ?? null, savesPerVisit: frame.settings.sheetsPerVisit }),
  })
  const dispatch = createDispatch(handlers, frame.log)

  return {
    connect: (send) => frame.pages.connect(send, { counter, dispatch }),
    async stop() {
      await Promise.all([data.stop(), paper.stop()])
      await utility?.stop()
      db.close()
    },
  }
}

/** Documents, the printer and its jobs. */
function joinPaper({ db, clock, log, settings, utility }: Frame, onJob: (job: PrintJob, sessionId: string) => void) {
  const { dataDir, documentPrinter, sheetsPerVisit: perVisit, sheetsPerAccountAndDay: perAccountAndDay } = settings
  const audit = createAudit({ db, clock })
  const api = utility && createApiClient({ ...utility.access, log, clock })
  const drawing = startDrawing({ log })
  const draw = createInvoiceDrawing({ db, clock, drawing, fetchOriginal: createOriginals({ api, clock }) })
  const printer = openDocumentPrinter(documentPrinter ?? `file:${join(dataDir, 'impresos')}`, { log, clock })
  const queue = createPrintQueue({ db, printer, clock, log, audit, draw, limits: { perVisit, perAccountAndDay }, onJob })
  return {
    audit,
    draw,
    printer,
    queue,
    async stop() {
      await queue.stop()
      await Promise.all([drawing.close(), api?.close()])
    },
  }
}

function joinCounter({ clock, pages }: Frame, queue: PrintQueue): Counter {
  return createCounter({
    clock,
    isPrinting: queue.isPrinting,
    onWarning: (secondsLeft) => pages.tell('session.warning', { secondsLeft }),
    onWithdrawn: () => pages.tell('session.continued', {}),
    onEnded(reason, session) {
      queue.endSession(session.id)
      pages.tell('session.ended', { reason })
    },
  })
}

/** The utility's data, and what is told of them. */
function joinData({ db, databaseFile, clock, log, settings, pages, utility }: Frame) {
  let sync: SyncHandle | null = null
  const kiosk = createKioskService({
    db,
    clock,
    log,
    syncStatus: () => sync?.status() ?? neverSynced,
    made: {
      version: packageJson.version,
      sampleData: utility?.sampleData ?? false,
      configured: utility !== null,
      canSave: settings.exportDir !== undefined,
    },
  })
  if (utility) {
    sync = startSync({
      databaseFile,
      api: utility.access,
      log,
      clock,
      onStatus: () => pages.tell('kiosk.status', kiosk.status()),
      onChanged: (entities) => {
        if (entities.some((entity) => describing.has(entity))) pages.tell('kiosk.described', kiosk.describe())
      },
    })
  }
  return { kiosk, stop: async () => sync?.stop() }
}

const neverSynced = { online: false, complete: false, asOf: null, changesApplied: 0, setAside: 0 }

/** What the first screen is made from. */
const describing = new Set(['branch', 'zone', 'notice'])
