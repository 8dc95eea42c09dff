import { v4 as uuidv4 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { insertOnlinePayment, noteTold } from '../../../electron/cache/queries/onlinePayments.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { createDocuments } from '../../../electron/services/documents.ts'
import { createAccountAccess } from '../../../electron/services/accountAccess.ts'
import { createAccountService } from '../../../electron/services/account.ts'
import { createAgreementService } from '../../../electron/services/agreements.ts'
import { createAssistService } from '../../../electron/services/assist.ts'
import { createConsumptionService } from '../../../electron/services/consumption.ts'
import { createCustomerDataService } from '../../../electron/services/customerData.ts'
import { createGuideService } from '../../../electron/services/guide.ts'
import { createInvoiceDeliveryService } from '../../../electron/services/invoiceDelivery.ts'
import { createOnlinePaymentService } from '../../../electron/services/onlinePayments.ts'
import { createPaymentService } from '../../../electron/services/payment.ts'
import { createPaymentsService } from '../../../electron/services/payments.ts'
import { createPrivacyNotice } from '../../../electron/services/privacyNotice.ts'
import { createReadingService } from '../../../electron/services/reading.ts'
import { createRequestService } from '../../../electron/services/requests.ts'
import { createStatementService } from '../../../electron/services/statement.ts'
import { createSupplyService } from '../../../electron/services/supply.ts'
import type { Records } from '../../../electron/documents/records/records.ts'
import type { Person } from '../../../electron/session/person.ts'
import { calls, type Channel, type Handlers } from '../../../shared/contract/index.ts'
import type { DocumentRef } from '../../../shared/contract/documents.ts'
import { filingForm, type FilingForm } from '../../../shared/contract/filings.ts'
import type { Bank } from '../../../shared/utility-api/generated/types.gen.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { counterOf } from '../../fakes/fakeCounter.ts'
import { anAgreement, putAgreements } from '../../fixtures/accounts/agreements.ts'
import { aPayment, aZone, anAccount, anInvoice, putBanks, putIntoCache } from '../../fixtures/accounts/branchData.ts'
import { noneBegun } from '../../fixtures/documents/noneBegun.ts'
import { must, problemOf, silentLog } from '../../fixtures/printing/printingUnderTest.ts'

const db = openDatabase(':memory:', { role: 'durable' })
const holder: Person = {
  kind: 'invoiceHolder',
  bills: [
    { accountId: 'a-2', invoiceId: 'i-2' },
    { accountId: 'a-1', invoiceId: 'i-1' },
  ],
}
const counter = counterOf(holder)
const clock = fakeClock()
const accounts = createAccountAccess({ db, counter })
/** Nothing gets as far as to file or draw anything. */
const unreached = (): never => {
  throw new Error('reached')
}
const records = { extract: async () => null, statementFile: unreached, consumptionFile: unreached, close: unreached } as unknown as Records
const handlers: Partial<Handlers> = {
  ...createAccountService({ clock, counter, accounts }),
  ...createAgreementService({ clock, accounts }),
  ...createConsumptionService({ accounts }),
  ...createCustomerDataService({ clock, counter, accounts, keys: { of: () => null }, logins: { get: () => null }, audit: { record: unreached } }),
  ...createAssistService({ db, counter: { current: counter.current, serve: unreached }, accounts, audit: { record: unreached, note: unreached } }),
  ...createGuideService({ db, counter, isReady: () => true }),
  ...createInvoiceDeliveryService({ clock, counter, accounts }),
  ...createOnlinePaymentService({
    db,
    clock,
    log: silentLog,
    audit: { record: unreached },
    api: null,
    counter,
    accounts,
    isOnline: () => false,
    onChanged: unreached,
  }).handlers,
  ...createPaymentService({ clock, accounts, hasTicketPrinter: true }),
  ...createPaymentsService({ accounts }),
  ...createPrivacyNotice({ db, counter }),
  ...createReadingService({ clock, counter, accounts }),
  ...createRequestService({ db, clock, counter, accounts, outbox: { file: unreached } }),
  ...createStatementService({ clock, accounts, records }),
  ...createSupplyService({ clock, accounts }),
}
const documents = createDocuments({ db, clock, counter, begun: noneBegun, records, drawing: {} as never, fetchOriginal: unreached, widthMm: 80 })

beforeAll(() => {
  const ids = ['1', '2', '3']
  putIntoCache(db, {
    zones: [aZone()],
    accounts: ids.map((id) => anAccount({ id: `a-${id}`, number: `4098991${id}` })),
    invoices: ids.map((id) => anInvoice({ id: `i-${id}`, accountId: `a-${id}`, number: `DE 4043 250${id}` })),
    payments: ids.map((id) => aPayment({ id: `p-${id}`, accountId: `a-${id}` })),
  })
  const slip: Bank['slip'] = { symbology: 'code128', algorithm: 'none', includes: ['reference'] }
  putBanks(db, [{ id: 'b', name: 'Banco del Norte', kind: 'bank', zoneIds: ['z-mty'], online: false, slip }])
  putAgreements(
    db,
    ids.map((id) => anAgreement({ id: `ag-${id}`, accountId: `a-${id}` })),
  )
  ids.forEach(putOnlinePayment)
})
afterAll(() => db.close())

/** Open at the bank, for the account with that number. */
function putOnlinePayment(id: string): void {
  const invoices = [{ id: `i-${id}`, number: `DE 4043 250${id}` }]
  insertOnlinePayment(db, {
    id: `op-${id}`,
    accountId: `a-${id}`,
    bankId: 'b',
    bankName: 'Banco del Norte',
    invoices,
    amount: 1,
    body: Buffer.from('{}'),
    openedAt: '2026-11-21T10:00:00Z',
  })
  noteTold(db, `op-${id}`, 'pending', {
    paymentId: `u-${id}`,
    reference: `R-${id}`,
    checkoutUrl: 'https://pagos.example/1',
    expiresAt: '2099-01-01T00:00:00Z',
    paidAmount: null,
    toldAt: '2026-11-21T10:00:00Z',
  })
}

/** The calls whose request has that field. */
const channelsWith = (field: string): Channel[] =>
  (Object.keys(calls) as Channel[]).filter((channel) => {
    const { request } = calls[channel]
    return 'shape' in request && field in request.shape
  })

const rest: Record<string, unknown> = { language: 'es', whole: true, search: '', from: '2026-10-01', to: '2026-10-31' }
async function ask(channel: Channel, field: string, id: string): Promise<string | null> {
  const handler = handlers[channel] as ((request: unknown) => ReturnType<Handlers[Channel]>) | undefined
  if (!handler) throw new Error(`${channel} is not asked here`)
  const known = Object.fromEntries(Object.entries(rest).filter(([name]) => name in (calls[channel].request as { shape?: object }).shape!))
  return problemOf(await handler(calls[channel].request.parse({ ...known, [field]: id })))
}

/** It opens the account that it names, for a clerk: who may call it is all that is judged. */
const OPENS: Channel = 'assist.open'

it.each(channelsWith('accountId').filter((channel) => channel !== OPENS))(
  '%s answers of each account that the session holds, and of no other',
  async (channel) => {
    expect(await ask(channel, 'accountId', 'a-3')).toBe('not-allowed')
    for (const id of ['a-1', 'a-2']) expect(await ask(channel, 'accountId', id)).not.toBe('not-allowed')
  },
)

it.each(channelsWith('invoiceId'))('%s answers of the invoices of each, and of no other', async (channel) => {
  expect(await ask(channel, 'invoiceId', 'i-3')).toBe('not-allowed')
  for (const id of ['i-1', 'i-2']) expect(await ask(channel, 'invoiceId', id)).toBeNull()
})

/** A form of that kind as it is before anything is typed. */
function emptyForm(kind: FilingForm['kind'], accountId: string): FilingForm {
  const option = filingForm.options.find(({ shape }) => shape.kind.value === kind)!
  const chosen: Record<string, unknown> = { accepted: false, consent: null, formId: uuidv4(), holderKind: 'person', privacyNotice: null }
  const fields = Object.keys(option.shape).map((name) => [name, chosen[name] ?? (name in chosen ? null : '')])
  return filingForm.parse({ ...Object.fromEntries(fields), kind, accountId })
}

it.each(filingForm.options.map(({ shape }) => shape.kind.value))('a %s is filed for each account that the session holds, and for no other', async (kind) => {
  const file = async (accountId: string) => problemOf(await handlers['requests.file']!(emptyForm(kind, accountId)))
  expect(await file('a-3')).toBe('not-allowed')
  for (const id of ['a-1', 'a-2']) expect(await file(id)).toBe('invalid-fields')
})

it('an online payment is of the invoices of one account, of those that the session holds', async () => {
  const open = async (...invoiceIds: string[]) => problemOf(await handlers['onlinePayments.open']!({ bankId: 'b', invoiceIds }))
  expect(await open('i-3')).toBe('not-allowed')
  expect(await open('i-1', 'i-2')).toBe('not-allowed')
  expect(await open('i-1')).not.toBe('not-allowed')
  const show = async (paymentId: string) => problemOf(await handlers['onlinePayments.show']!({ paymentId }))
  expect(await show('op-3')).toBe('not-allowed')
  for (const id of ['op-1', 'op-2']) expect(await show(id)).toBeNull()
})

it('every call that names something of an account is asked here', () => {
  const names = /"(accountId|invoiceIds?|paymentId|agreementId)":/
  const naming = (Object.keys(calls) as Channel[]).filter((channel) => names.test(JSON.stringify(z.toJSONSchema(calls[channel].request))))
  const ofDocuments = ['phone.offer', 'preview.open', 'printing.print', 'saving.save']
  // Judged by the command that it corrects: `outboxDesk.test.ts`.
  const ofCommand = ['outbox.correct']
  const asked = [
    ...ofCommand,
    ...channelsWith('accountId'),
    ...channelsWith('invoiceId'),
    'onlinePayments.open',
    'onlinePayments.show',
    'requests.file',
    ...ofDocuments,
  ]
  expect(naming.sort()).toEqual(asked.sort())
})

/** A document of the account with that number; null for what is of no account or known by what was filed. */
const documentOf: Record<DocumentRef['kind'], ((id: number) => DocumentRef) | null> = {
  duplicate: (id) => ({ kind: 'duplicate', invoiceId: `i-${id}` }),
  statement: (id) => ({ kind: 'statement', accountId: `a-${id}`, from: '2026-10-01', to: '2026-10-31' }),
  paymentProof: (id) => ({ kind: 'paymentProof', paymentId: `p-${id}` }),
  consumption: (id) => ({ kind: 'consumption', accountId: `a-${id}` }),
  agreement: (id) => ({ kind: 'agreement', agreementId: `ag-${id}` }),
  onlinePayment: (id) => ({ kind: 'onlinePayment', paymentId: `op-${id}` }),
  slip: (id) => ({ kind: 'slip', bankId: 'b', invoiceIds: [`i-${id}`] }),
  cashTicket: (id) => ({ kind: 'cashTicket', invoiceIds: [`i-${id}`] }),
  receipt: null,
  activationSteps: null,
  legalText: null,
  dayEnd: null,
  turn: null,
  testPage: null,
}
const made = Object.values(documentOf).filter((make) => make !== null)

it.each(made.map((make) => [make(1).kind, make] as const))(
  'a %s is had of each account that the session holds, under its own name, and of no other',
  (_, make) => {
    expect(problemOf(documents.authorize(make(3)))).toBe('not-allowed')
    for (const id of [1, 2]) {
      expect(must(documents.authorize(make(id))).accountId).toBe(`a-${id}`)
    }
  },
)

it('what is paid with one paper is of one account, also where the session holds both', () => {
  expect(problemOf(documents.authorize({ kind: 'cashTicket', invoiceIds: ['i-1', 'i-2'] }))).toBe('not-allowed')
})

it('a slip that names its accounts is of each that the session holds, and of no other', () => {
  const authorize = (...numbers: number[]) =>
    problemOf(documents.authorize({ kind: 'slip', bankId: 'b', invoiceIds: numbers.map((id) => `i-${id}`), accountIds: numbers.map((id) => `a-${id}`) }))
  expect(authorize(1, 2)).toBeNull()
  expect(authorize(2, 3)).toBe('not-allowed')
})
