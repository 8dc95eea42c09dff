import type { Application } from './application.ts'
import { buildBackground, type Background } from './background.ts'
import { buildCore, type Core, type Surroundings } from './core.ts'
import { createDispatch, type Dispatch } from './ipc/dispatch.ts'
import { createHandlers } from './ipc/handlers.ts'
import { buildOutput, type Output } from './output.ts'
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
  const core = await buildCore(surroundings)
  const { db, pages, api, utility } = core
  const counter = buildCounter(core, () => output)
  const output = buildOutput(core, {
    counter,
    onJob(job, sessionId) {
      // A job of a visitor who left is nobody's news.
      if (sessionId === counter.current().id) pages.tell('printing.job', job)
      if (job.attention !== null) background.health.soon()
    },
  })
  const isIdle = (): boolean => !counter.isAttended() && output.isIdle()
  const background = buildBackground(core, { isIdle, printers: output.printers, originals: output.originals })
  output.desk.recover()
  void output.originals.sweep()
  const dispatch = buildServices(core, { counter, output, background })

  return {
    connect: (send) => pages.connect(send, { counter, dispatch }),
    async stop() {
      await Promise.all([background.stop(), output.stop()])
      await Promise.all([api?.close(), utility?.stop()])
      db.close()
    },
  }
}

/** @param output what is printed and saved here; it is made after the counter, whose visits it asks about */
function buildCounter({ clock, pages }: Core, output: () => Output): Counter {
  return createCounter({
    clock,
    isPrinting: (sessionId) => output().isUnderWay(sessionId),
    needsSomebody: (sessionId) => output().desk.needsSomebody(sessionId),
    onWarning: (secondsLeft) => pages.tell('session.warning', { secondsLeft }),
    onWithdrawn: () => pages.tell('session.continued', {}),
    onEnded(reason, session) {
      output().endSession(session.id)
      pages.tell('session.ended', { reason })
    },
  })
}

interface Joined {
  counter: Counter
  output: Output
  background: Background
}

/** What the page can ask for. */
function buildServices(core: Core, { counter, output, background }: Joined): Dispatch {
  const { settings } = core
  const { kiosk, outbox, health, maintenance } = background
  const { preview, saving, printers, ...sources } = output
  const parts = { ...core, ...sources, counter, isReady: () => kiosk.status().data === 'ready', isOutOfService: health.outOfService }
  const account = createAccountService(parts)
  const throttle = createThrottle(core)
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
    staff: createStaffService({ ...parts, diagnostics: settings.diagnostics, collect: health.collect, lastBackupAt: maintenance.lastBackupAt }),
  })
  return createDispatch(handlers, { ...core, counter })
}
