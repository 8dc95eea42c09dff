import { beforeEach, describe, expect, it } from 'vitest'
import { markDelivered } from '../../../electron/cache/queries/commands.ts'
import { createAccountAccess } from '../../../electron/services/accountAccess.ts'
import { createCustomerDataService } from '../../../electron/services/customerData.ts'
import { failure } from '../../../shared/result.ts'
import { anAccount, putIntoCache } from '../../fixtures/accounts/branchData.ts'
import { openRequestServices } from '../../fixtures/outbox/requestServices.ts'
import { must } from '../../fixtures/printing/printingUnderTest.ts'

const FORM = '0190f3a1-0000-7000-8000-000000000001'
const key = { sessionId: 's', sessionToken: 't' }

let world: ReturnType<typeof openRequestServices>
/** The visit holds a bill of `a-1`. */
beforeEach(() => {
  world = openRequestServices()
  account({})
})

const account = (change: Parameters<typeof anAccount>[0]): void =>
  putIntoCache(world.db, { accounts: [anAccount({ email: 'ana.mendez@correo.com', phone: '81 8340 0012', ...change })] })
const signIn = (): boolean => world.visit.counter.signIn({ customerId: 'c-1', customerSessionId: 's', accountIds: ['a-1'] })

const audited: object[] = []

function show({ accountId = 'a-1', whole = true, hasKey = true } = {}) {
  const { clock, counter } = world.visit
  const service = createCustomerDataService({
    ...{ db: world.db, clock, counter, accounts: createAccountAccess({ db: world.db, counter }) },
    keys: { of: () => (hasKey ? key : null) },
    audit: { record: (_, what, outcome, subject) => void audited.push({ what, outcome, subject }) },
    logins: { get: () => ({ email: 'ana@correo.mx', name: 'Ana', asked: null, unanswered: null }) },
  })
  return service['customerData.show']({ accountId, whole })
}
const shown = (options = {}) => must(show(options))

const ask = (phone: string, formId = FORM) =>
  world.visit.requests['requests.file']({ kind: 'contactDetails', formId, accountId: 'a-1', privacyNotice: { id: 'l-1', version: '3' }, phone })

describe('contact details', () => {
  it('are told in part to whoever holds a bill, whatever the page asks for, and nothing of who could sign in', () => {
    expect(shown()).toMatchObject({ email: 'a••••••@correo.com', phone: '•• •••• ••12', canBeWhole: false, customer: null })
  })

  it('are told in full to whoever is signed in, once they ask for it', () => {
    signIn()
    expect(shown({ whole: false })).toMatchObject({ email: 'a••••••@correo.com', phone: '•• •••• ••12', customer: { login: 'a••@correo.mx' } })
    expect(shown()).toMatchObject({ email: 'ana.mendez@correo.com', phone: '81 8340 0012', canBeWhole: true, customer: { login: 'ana@correo.mx' } })
  })

  it('are none where the utility has none, and are nobody else’s', () => {
    account({ email: ' ', phone: null })
    expect(shown()).toMatchObject({ email: null, phone: null })
    expect(show({ accountId: 'a-2' })).toEqual(failure({ code: 'not-allowed' }))
  })

  it('of a sign-in are changed elsewhere where the utility gives no secret for it', () => {
    signIn()
    expect([shown().customer?.canChange, shown({ hasKey: false }).customer?.canChange]).toEqual([true, false])
  })
})

describe('another telephone', () => {
  it('is filed in the name of whoever is signed in, and told in part until the feed has it', () => {
    signIn()
    expect(ask(' 81 5555 0034 ')).toMatchObject({ ok: true, value: { kind: 'contactDetails', state: 'stored' } })
    expect(world.orders).toMatchObject([
      { actor: { kind: 'customer', customerId: 'c-1', sessionId: 's' }, message: { kind: 'contactDetails', payload: { phone: '81 5555 0034' } } },
    ])
    expect(shown({ whole: false }).asked).toMatchObject({ phone: '•• •••• ••34', folio: 'K07-20261121-00428', state: 'stored' })
    expect(shown().asked?.phone).toBe('81 5555 0034')
    markDelivered(world.db, FORM, { folio: 'MTY-9', receivedAt: '2026-11-21T16:43:00Z' })
    expect(shown().asked?.state).toBe('received')
    account({ phone: '81 5555 0034' })
    expect(shown().asked).toBeNull()
  })

  it('is not the one of today, unless another was asked for meanwhile', () => {
    signIn()
    const asToday = failure({ code: 'invalid-fields', fields: [{ field: 'phone', problem: 'as-today' }] })
    expect(ask('(81) 8340-0012')).toEqual(asToday)
    ask('81 5555 0034')
    world.db.exec("UPDATE command SET local_folio = 'K07-20261121-00410'")
    expect(ask('81 8340 0012', '0190f3a1-0000-7000-8000-000000000002').ok).toBe(true)
    expect(shown().asked).toBeNull()
  })

  it('is asked for by nobody who only holds a bill, who learns nothing of the one of today by trying', () => {
    for (const phone of ['81 5555 0034', '81 8340 0012']) expect(ask(phone)).toEqual(failure({ code: 'not-allowed' }))
    expect(ask('12')).toEqual(failure({ code: 'invalid-fields', fields: [{ field: 'phone', problem: 'phone-too-short' }] }))
    expect(world.orders).toEqual([])
  })
})
