import type { Handlers } from '../shared/contract/index.ts'
import type { ApiClient } from './api/client.ts'
import type { Application } from './application.ts'
import { buildBackground, type Background } from './background.ts'
import { buildCore, type Core, type Surroundings } from './core.ts'
import { createCustomerKeys, type CustomerKeys } from './customers/customerKeys.ts'
import { createRegistrations, type BegunRegistration } from './customers/registrations.ts'
import type { OfVisit } from './customers/ofVisit.ts'
import { createVisitAccounts, type VisitAccounts } from './customers/visitAccounts.ts'
import { createDispatch } from './ipc/dispatch.ts'
import { buildOffice } from './office.ts'
import { buildOutput, type Output } from './output.ts'
import { createAccountService } from './services/account.ts'
import { createAccountAccess, type AccountAccess } from './services/accountAccess.ts'
import { createAgreementService } from './services/agreements.ts'
import { createConsumptionService } from './services/consumption.ts'
import { createContactService } from './services/contact.ts'
import { createContractsService } from './services/contracts.ts'
import { createDayEndService } from './services/dayEnd.ts'
import { createFolioLookup } from './services/folioLookup.ts'
import { createGuideService } from './services/guide.ts'
import { createInvoiceDeliveryService } from './services/invoiceDelivery.ts'
import { createLookup } from './services/lookup.ts'
import { createOnlinePaymentService } from './services/onlinePayments.ts'
import { createPaymentService } from './services/payment.ts'
import { createPaymentsService } from './services/payments.ts'
import { createPrintingService } from './services/printing.ts'
import { createPrivacyNotice } from './services/privacyNotice.ts'
import { createReadingService } from './services/reading.ts'
import { createRequestService } from './services/requests.ts'
import { createScan } from './services/scan.ts'
import { describeClerk } from './services/clerks.ts'
import { createSelfTestService } from './services/selfTest.ts'
import { createSessionService } from './services/session.ts'
import { createSpeechService } from './services/speech.ts'
import { createStatementService } from './services/statement.ts'
import { createSupplyService } from './services/supply.ts'
import { createCounter, type Counter, type Session } from './session/counter.ts'
import { createThrottle } from './session/throttle.ts'
import { watchAlsaJack } from './speech/alsaJack.ts'
import { findEspeak } from './speech/espeak.ts'
import { noHeadphoneJack, type HeadphoneJack } from './speech/headphoneJack.ts'
import { buildAssist, buildClerks, buildShift, buildStaff, type Clerks, type Shift } from './staff.ts'

/** Builds the application: the one place where real parts are chosen and connected. Knows nothing of the shell that it will stand in. */
export async function compose(surroundings: Surroundings): Promise<Application> {
  const core = await buildCore(surroundings)
  const { db, log, pages, api, utility, onCorrupt } = core
  const speech = await buildSpeech(core, () => background.tellStatus())
  const keys = createCustomerKeys({ api: api?.customers ?? null, clock: core.clock, log })
  const counter = buildCounter(core, keys, () => ({ visiting, output, onlinePayments, speech, clerks, shift }))
  const clerks = buildClerks(core, counter)
  const shift = buildShift(core)
  const visiting = buildVisitAccounts(core, counter, keys)
  const registrations = createRegistrations(counter)
  const output = buildOutput(core, {
    counter,
    visiting,
    registrations,
    onJob(job, sessionId) {
      // A job of a visitor who left is nobody's news.
      if (sessionId === counter.current().id) pages.tell('printing.job', job)
      if (job.attention !== null) background.health.soon()
    },
  })
  const isIdle = (): boolean => !counter.isAttended() && output.isIdle()
  const background = buildBackground(core, { isIdle, printers: output.printers, originals: output.originals, speech, clerks })
  output.printService.recover()
  void output.originals.sweep()
  const accounts = createAccountAccess({ db, counter, readers: visiting })
  const onlinePayments = buildOnlinePayments(core, { counter, accounts, background })
  const built = { counter, keys, visiting, registrations, accounts, output, background, onlinePayments, speech, clerks, shift }
  const dispatch = createDispatch(buildHandlers(core, built), { log, counter, onCorrupt, diagnostics: core.settings.diagnostics })

  return {
    connect: (send) => pages.connect(send, { counter, dispatch }),
    async stop() {
      onlinePayments.endSession()
      speech.stop()
      await Promise.all([background.stop(), output.stop(), shift.stop()])
      await Promise.all([api?.close(), utility?.stop()])
      visiting.forget()
      db.close()
    },
  }
}

interface Speech extends ReturnType<typeof createSpeechService> {
  isOffered: boolean
  headphones: HeadphoneJack['isPlugged']
  stop(): void
}

/** Without a voice nobody watches for headphones. */
async function buildSpeech({ clock, log }: Core, onHeadphones: () => void): Promise<Speech> {
  const voice = await findEspeak({ clock, log })
  const jack = voice ? watchAlsaJack({ clock, log, onChange: onHeadphones }) : noHeadphoneJack
  const service = createSpeechService({ voice, clock })
  return {
    ...service,
    isOffered: voice !== null,
    headphones: jack.isPlugged,
    stop() {
      jack.stop()
      service.endSession()
    },
  }
}

type VisitCore = Pick<Core, 'db' | 'databaseFile' | 'clock' | 'log' | 'pages'> & { api: Pick<ApiClient, 'customers'> | null }

export function buildVisitAccounts({ db, databaseFile, clock, log, api, pages }: VisitCore, counter: Counter, keys: CustomerKeys): VisitAccounts {
  const onChanged = (told: { shown: number; elsewhere: number }): void => pages.tell('contracts.changed', told)
  return createVisitAccounts({ db, databaseFile, clock, log, api: api?.customers ?? null, counter, keys, onChanged })
}

type OnlinePayments = ReturnType<typeof createOnlinePaymentService>

/** What knows of the visit, and forgets it. */
interface Visited {
  visiting: Pick<VisitAccounts, 'forget'>
  output: Pick<Output, 'isUnderWay' | 'endPreviews' | 'endSession'> & { printService: Pick<Output['printService'], 'needsSomebody'> }
  onlinePayments: Pick<OnlinePayments, 'endSession'>
  speech: Pick<Speech, 'endSession'>
  clerks: Pick<Clerks, 'noteLocked' | 'noteEnded'>
  shift: Pick<Shift, 'noteServed' | 'noteEnded'>
}

/** @param visited what is printed and paid here; it is made after the counter, whose visits it asks about */
export function buildCounter({ clock, pages }: Pick<Core, 'clock' | 'pages'>, keys: CustomerKeys, visited: () => Visited): Counter {
  function endVisit({ id }: Session): void {
    visited().output.endSession(id)
    visited().onlinePayments.endSession()
    visited().speech.endSession()
  }
  return createCounter({
    clock,
    isPrinting: (sessionId) => visited().output.isUnderWay(sessionId),
    needsSomebody: (sessionId) => visited().output.printService.needsSomebody(sessionId),
    onWarning: (secondsLeft, final) => pages.tell('session.warning', { secondsLeft, final }),
    onWithdrawn: () => pages.tell('session.continued', {}),
    onSignedOut(session) {
      keys.release(session.id)
      visited().visiting.forget()
      visited().output.endPreviews()
    },
    onLocked({ person }) {
      visited().clerks.noteLocked(person)
      pages.tell('clerk.changed', describeClerk(person))
    },
    onServed(left, next) {
      endVisit(left)
      visited().shift.noteServed(left, next)
    },
    onEnded(reason, left, next) {
      visited().shift.noteEnded(reason, left, next)
      visited().clerks.noteEnded(left, reason)
      endVisit(left)
      pages.tell('session.ended', { reason, ...(next.person.kind === 'clerk' && { clerk: describeClerk(next.person) }) })
    },
  })
}

interface Built {
  counter: Counter
  keys: CustomerKeys
  visiting: VisitAccounts
  registrations: OfVisit<BegunRegistration>
  accounts: AccountAccess
  output: Output
  background: Background
  onlinePayments: OnlinePayments
  speech: Speech
  clerks: Clerks
  shift: Shift
}

function buildOnlinePayments({ db, clock, log, audit, api, pages }: Core, built: Pick<Built, 'counter' | 'accounts' | 'background'>): OnlinePayments {
  const { counter, accounts, background } = built
  return createOnlinePaymentService({
    db,
    clock,
    log,
    audit,
    api,
    counter,
    accounts,
    isOnline: () => background.kiosk.status().online,
    onChanged: () => pages.tell('onlinePayments.changed', {}),
  })
}

/** What the page can ask for, each service with the calls of its area. A call that no service answers does not compile. */
function buildHandlers(core: Core, built: Built): Handlers {
  const { counter, keys, visiting, registrations, accounts, output, background, onlinePayments, speech, clerks, shift } = built
  const { db, clock, log, audit } = core
  const { documents, printService, records, printers } = output
  const { kiosk, outbox, health } = background
  const throttle = createThrottle({ db, clock, log })
  const isReady = (): boolean => kiosk.status().data === 'ready'
  return {
    ...kiosk.handlers,
    ...createSessionService({ counter }),
    ...createPrivacyNotice({ db, counter, readers: visiting }),
    ...createLookup({ db, clock, counter, throttle, isReady, isOutOfService: health.outOfService }),
    ...buildOffice(core, { counter, background, keys, accounts, visiting, registrations, guesses: throttle, assistAudit: shift.audit }),
    ...createScan({ db, clock, throttle, isReady, isOutOfService: health.outOfService }),
    ...createAccountService({ clock, counter, accounts }),
    ...createContractsService({ clock, counter, accounts, visiting }),
    ...createRequestService({ db, clock, counter, accounts, outbox }),
    ...createFolioLookup({ db, throttle, isReady }),
    ...createStatementService({ clock, accounts, records }),
    ...createConsumptionService({ accounts }),
    ...createAgreementService({ clock, accounts }),
    ...createReadingService({ clock, counter, accounts }),
    ...createSupplyService({ clock, accounts }),
    ...createInvoiceDeliveryService({ clock, counter, accounts }),
    ...createContactService({ db, clock, counter, outbox, readers: visiting, isReady }),
    ...createPaymentService({ clock, accounts, hasTicketPrinter: printers.tickets !== null }),
    ...createPaymentsService({ accounts }),
    ...onlinePayments.handlers,
    ...createGuideService({ db, counter, readers: visiting, isReady }),
    ...createPrintingService({ readers: visiting, clock, counter, documents, printService }),
    ...output.handlers,
    ...speech.handlers,
    ...clerks.handlers,
    ...createSelfTestService(background),
    ...buildStaff(core, built),
    ...buildAssist(core, built),
    ...createDayEndService({ db, clock, audit, counter, records }),
  }
}
