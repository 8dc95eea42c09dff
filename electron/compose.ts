import { join } from 'node:path'
import type { PrintJob } from '../shared/contract/printing.ts'
import type { Application } from './application.ts'
import { joinBackground, type Background } from './background.ts'
import { startDrawing } from './documents/drawing.ts'
import { joinFrame, type Frame, type Surroundings } from './frame.ts'
import { createDispatch, type Dispatch } from './ipc/dispatch.ts'
import { createHandlers } from './ipc/handlers.ts'
import { openJobs } from './printing/jobTable.ts'
import { openDocumentPrinter } from './printing/open.ts'
import { createPrintQueue, type PrintQueue } from './printing/queue.ts'
import { createAccountService } from './services/account.ts'
import { createDocumentDrawing } from './services/documentDrawing.ts'
import { createLookup } from './services/lookup.ts'
import { createOriginals } from './services/originals.ts'
import { createPrintingService } from './services/printing.ts'
import { createRequestService } from './services/requests.ts'
import { createStaffService } from './services/staff.ts'
import { createCounter, type Counter } from './session/counter.ts'
import { createThrottle } from './session/throttle.ts'

/** Builds the application: the one place where real parts are chosen and joined. Knows nothing of the shell that it will stand in. */
export async function compose(surroundings: Surroundings): Promise<Application> {
  const frame = await joinFrame(surroundings)
  const { db, pages, api, utility } = frame
  const paper = joinPaper(frame, (job, sessionId) => {
    // A job of a visitor who left is nobody's news.
    if (sessionId === counter.current().id) pages.tell('printing.job', job)
    if (job.attention !== null) background.health.soon()
  })
  const counter = joinCounter(frame, paper.queue)
  const isIdle = (): boolean => !counter.isAttended() && openJobs(db).length === 0
  const background = joinBackground(frame, { isIdle, printer: paper.printer })
  paper.queue.recover()
  const dispatch = joinServices(frame, { counter, paper, background })

  return {
    connect: (send) => pages.connect(send, { counter, dispatch }),
    async stop() {
      await Promise.all([background.stop(), paper.stop()])
      await Promise.all([api?.close(), utility?.stop()])
      db.close()
    },
  }
}

type Paper = ReturnType<typeof joinPaper>

/** Documents, the printer and its jobs. */
function joinPaper(frame: Frame, onJob: (job: PrintJob, sessionId: string) => void) {
  const { log, clock, api, settings } = frame
  const { dataDir, documentPrinter, sheetsPerVisit: perVisit, sheetsPerAccountAndDay: perAccountAndDay } = settings
  const drawing = startDrawing({ log })
  const draw = createDocumentDrawing({ ...frame, drawing, fetchOriginal: createOriginals({ api, clock }) })
  const printer = openDocumentPrinter(documentPrinter ?? `file:${join(dataDir, 'impresos')}`, { log, clock })
  const queue = createPrintQueue({ ...frame, printer, draw, limits: { perVisit, perAccountAndDay }, onJob })
  return {
    draw,
    printer,
    queue,
    async stop() {
      await queue.stop()
      await drawing.close()
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

interface Joined {
  counter: Counter
  paper: Paper
  background: Background
}

/** What the page can ask for. */
function joinServices(frame: Frame, { counter, paper, background }: Joined): Dispatch {
  const { settings } = frame
  const { kiosk, outbox, health, care } = background
  const parts = { ...frame, counter, isReady: () => kiosk.status().data === 'ready', isOutOfService: health.outOfService }
  const account = createAccountService(parts)
  const saving = { exportDir: settings.exportDir ?? null, savesPerVisit: settings.sheetsPerVisit }
  const handlers = createHandlers({
    counter,
    kiosk,
    identify: createLookup({ ...parts, throttle: createThrottle(frame) }),
    account,
    requests: createRequestService({ ...parts, account, outbox }),
    printing: createPrintingService({ ...parts, ...paper, ...saving }),
    staff: createStaffService({ ...frame, diagnostics: settings.diagnostics, collect: health.collect, lastBackupAt: care.lastBackupAt }),
  })
  return createDispatch(handlers, frame)
}
