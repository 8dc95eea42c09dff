import type { Channel, Handlers } from '../../shared/contract/index.ts'
import { success } from '../../shared/result.ts'
import type { createAccountService } from '../services/account.ts'
import type { createConsumptionService } from '../services/consumption.ts'
import type { createKioskService } from '../services/kiosk.ts'
import type { createLookup } from '../services/lookup.ts'
import type { createPaymentService } from '../services/payment.ts'
import type { Output } from '../output.ts'
import type { createPrintingService } from '../services/printing.ts'
import type { createPrivacyNotice } from '../services/privacyNotice.ts'
import type { createRequestService } from '../services/requests.ts'
import type { createStaffService } from '../services/staff.ts'
import type { createStatementService } from '../services/statement.ts'
import type { Counter } from '../session/counter.ts'

interface Services {
  counter: Counter
  kiosk: ReturnType<typeof createKioskService>
  privacyNotice: ReturnType<typeof createPrivacyNotice>
  identify: ReturnType<typeof createLookup>
  account: ReturnType<typeof createAccountService>
  requests: ReturnType<typeof createRequestService>
  statement: ReturnType<typeof createStatementService>
  consumption: ReturnType<typeof createConsumptionService>
  payment: ReturnType<typeof createPaymentService>
  printing: ReturnType<typeof createPrintingService>
  preview: Output['preview']
  saving: Output['saving']
  staff: ReturnType<typeof createStaffService>
}

/** Which service answers which call of the contract. */
export function createHandlers(services: Services): Handlers {
  const { counter, kiosk, identify, account, requests, staff } = services
  return {
    'kiosk.describe': () => success(kiosk.describe()),
    'kiosk.status': () => success(kiosk.status()),
    'kiosk.notices': () => success(kiosk.notices()),
    'kiosk.privacyNotice': (request) => services.privacyNotice(request),
    'kiosk.reportBug': (request) => success(kiosk.reportBug(request)),
    'session.activity': ({ mode, accessible }) => {
      counter.activity(mode, accessible)
      return success({})
    },
    'session.end': () => {
      counter.end('finished')
      return success({})
    },
    'session.started': () => success({}),
    'lookup.identify': identify,
    'account.home': (request) => account.home(request),
    'account.invoices': (request) => account.invoices(request),
    'account.invoice': (request) => account.invoice(request),
    'requests.topics': () => success(requests.topics()),
    'requests.list': (request) => requests.list(request),
    'requests.file': (request) => requests.file(request),
    'requests.filed': (request) => requests.filed(request),
    'requests.byFolio': (request) => requests.byFolio(request),
    ...paperHandlers(services),
    'staff.status': () => staff.status(),
    'staff.answerJob': (request) => staff.answerJob(request),
    'staff.printTestPage': (request) => staff.printTestPage(request),
  }
}

type PaperChannel = Extract<Channel, `${'statement' | 'consumption' | 'payment' | 'printing' | 'preview' | 'saving'}.${string}`>

/** What can be taken away, or looked at as it would be. */
function paperHandlers({ statement, consumption, payment, printing, preview, saving }: Services): Pick<Handlers, PaperChannel> {
  return {
    'statement.show': (request) => statement.show(request),
    'consumption.show': (request) => consumption.show(request),
    'payment.options': (request) => payment.options(request),
    'printing.printer': (request) => printing.printer(request),
    'printing.print': (request) => printing.print(request),
    'printing.job': (request) => printing.job(request),
    'printing.cancel': (request) => printing.cancel(request),
    'printing.retry': (request) => printing.retry(request),
    'printing.answer': (request) => printing.answer(request),
    'preview.open': (request) => preview.open(request),
    'preview.page': (request) => preview.page(request),
    'saving.places': () => saving.places(),
    'saving.save': (request) => saving.save(request),
  }
}
