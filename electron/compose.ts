import type { Application } from './application.ts'
import { joinBackground, type Background } from './background.ts'
import { joinFrame, type Frame, type Surroundings } from './frame.ts'
import { createDispatch, type Dispatch } from './ipc/dispatch.ts'
import { createHandlers } from './ipc/handlers.ts'
import { joinPaper, type Paper } from './paper.ts'
import { createAccountService } from './services/account.ts'
import { createConsumptionService } from './services/consumption.ts'
import { createLookup } from './services/lookup.ts'
import { createPaymentService } from './services/payment.ts'
import { createPrintingService } from './services/printing.ts'
import { createPrivacyNotice } from './services/privacyNotice.ts'
import { createRequestService } from './services/requests.ts'
import { createStaffService } from './services/staff.ts'
import { createStatementService } from './services/statement.ts'
import { createCounter, type Counter } from './session/counter.ts'
import { createThrottle } from './session/throttle.ts'

/** Builds the application: the one place where real parts are chosen and joined. Knows nothing of the shell that it will stand in. */
export async function compose(surroundings: Surroundings): Promise<Application> {
  const frame = await joinFrame(surroundings)
  const { db, pages, api, utility } = frame
  const counter = joinCounter(frame, () => paper)
  const paper = joinPaper(frame, {
    counter,
    onJob(job, sessionId) {
      // A job of a visitor who left is nobody's news.
      if (sessionId === counter.current().id) pages.tell('printing.job', job)
      if (job.attention !== null) background.health.soon()
    },
  })
  const isIdle = (): boolean => !counter.isAttended() && paper.isIdle()
  const background = joinBackground(frame, { isIdle, printers: paper.printers, originals: paper.originals })
  paper.desk.recover()
  void paper.originals.sweep()
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

/** @param paper what is printed and saved here; it is made after the counter, whose visits it asks about */
function joinCounter({ clock, pages }: Frame, paper: () => Paper): Counter {
  return createCounter({
    clock,
    isPrinting: (sessionId) => paper().isUnderWay(sessionId),
    needsSomebody: (sessionId) => paper().desk.needsSomebody(sessionId),
    onWarning: (secondsLeft) => pages.tell('session.warning', { secondsLeft }),
    onWithdrawn: () => pages.tell('session.continued', {}),
    onEnded(reason, session) {
      paper().endSession(session.id)
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
  const { preview, saving, printers, ...sources } = paper
  const parts = { ...frame, ...sources, counter, isReady: () => kiosk.status().data === 'ready', isOutOfService: health.outOfService }
  const account = createAccountService(parts)
  const throttle = createThrottle(frame)
  const handlers = createHandlers({
    counter,
    kiosk,
    privacyNotice: createPrivacyNotice(parts),
    identify: createLookup({ ...parts, throttle }),
    account,
    requests: createRequestService({ ...parts, account, outbox, throttle }),
    statement: createStatementService({ ...parts, account }),
    consumption: createConsumptionService({ ...parts, account }),
    payment: createPaymentService({ ...parts, account, hasTicketPrinter: printers.tickets !== null }),
    printing: createPrintingService(parts),
    preview,
    saving,
    staff: createStaffService({ ...parts, diagnostics: settings.diagnostics, collect: health.collect, lastBackupAt: care.lastBackupAt }),
  })
  return createDispatch(handlers, { ...frame, counter })
}
