import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WritableDb } from '../../../electron/cache/db.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { createAccountAccess } from '../../../electron/services/accountAccess.ts'
import { createContractsService } from '../../../electron/services/contracts.ts'
import { createLookup } from '../../../electron/services/lookup.ts'
import { createCounter } from '../../../electron/session/counter.ts'
import type { Person } from '../../../electron/session/person.ts'
import { createThrottle } from '../../../electron/session/throttle.ts'
import { contractList, MOST_CONTRACTS } from '../../../shared/contract/contracts.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { aClerk, counterOf, holderOf } from '../../fakes/fakeCounter.ts'
import { nobodysVisit } from '../../fakes/visitAccounts.ts'
import { aZone, anAccount, anInvoice, putIntoCache } from '../../fixtures/accounts/branchData.ts'
import { must, problemOf, silentLog } from '../../fixtures/printing/printingUnderTest.ts'

const montevideo = aZone({ id: 'z-uy', name: 'Montevideo', currency: 'UYU', locale: 'es-UY', timeZone: 'America/Montevideo' })
const paid = { balance: 0, status: 'paid' } as const

let db: WritableDb
beforeEach(() => {
  db = openDatabase(':memory:', { role: 'durable' })
  putIntoCache(db, {
    zones: [aZone(), montevideo],
    accounts: [
      anAccount(),
      anAccount({ id: 'a-2', number: '8295249', checkDigit: '3', balance: 0 }),
      anAccount({ id: 'a-3', number: '367573', zoneId: 'z-uy', balance: -5_000 }),
    ],
    invoices: [
      anInvoice(),
      anInvoice({ id: 'i-2', accountId: 'a-2', number: 'ZE40389382', ...paid }),
      anInvoice({ id: 'i-3', accountId: 'a-3', number: 'A-140.500.275', ...paid }),
    ],
  })
})
afterEach(() => db.close())

const bill = (number: number) => ({ accountId: `a-${number}`, invoiceId: `i-${number}` })
const holder = (first: number, ...others: number[]): Person => ({ kind: 'invoiceHolder', bills: [bill(first), ...others.map(bill)] })

function list(person: Person, now = '2026-11-21T16:42:00Z') {
  const counter = counterOf(person)
  const service = createContractsService({ clock: fakeClock(now), counter, accounts: createAccountAccess({ db, counter }), visiting: nobodysVisit(db) })
  return contractList.parse(must(service['contracts.list']()))
}
const withdraw = (id: string) => db.prepare('UPDATE account SET deleted = 1, data = NULL WHERE id = ?').run(id)

describe('contracts.list', () => {
  it('tells each account that the session holds, masked, by its last bill, and no other', () => {
    const { contracts, withdrawn } = list(holder(2, 1))
    expect(withdrawn).toBe(0)
    expect(contracts).toMatchObject([
      { account: { id: 'a-2', number: '8295249', supplyAddress: 'C•••• P•••••• 12, C•••••' }, totalOwed: 0, last: { standing: { kind: 'paid' } } },
      { account: { id: 'a-1', holderName: 'A•• M••••• P•••••' }, totalOwed: 128_450, last: { id: 'i-1', standing: { kind: 'due', on: '2026-12-02' } } },
    ])
    expect(contracts.map(({ identifiedBy }) => identifiedBy)).toEqual(['i-2', 'i-1'])
    expect(JSON.stringify(contracts)).not.toMatch(/Méndez|Poniente/)
  })

  it('tells every state of a last bill: overdue, in favour, changed by the utility, none; a cancelled one is no bill', () => {
    putIntoCache(db, {
      accounts: ['late', 'favour', 'changed', 'new', 'void'].map((id) => anAccount({ id })),
      invoices: [
        anInvoice({ id: 'late', accountId: 'late', dueOn: '2026-11-20' }),
        anInvoice({ id: 'favour', accountId: 'favour', total: -500, balance: -500 }),
        anInvoice({ id: 'changed', accountId: 'changed' }),
        anInvoice({ id: 'old', accountId: 'void', issuedOn: '2026-10-10', ...paid }),
        anInvoice({ id: 'void', accountId: 'void', status: 'cancelled' }),
      ],
    })
    db.prepare("INSERT INTO set_aside (entity, id, rev, reason) VALUES ('invoice', 'changed', 2, 'invalid')").run()
    const ids = ['late', 'favour', 'changed', 'new', 'void']
    const { contracts } = list({ kind: 'customer', customerId: 'c', customerSessionId: 's', accountIds: ids })
    expect(contracts.map(({ last }) => last?.standing.kind ?? null)).toEqual(['overdue', 'credit', 'outdated', null, 'paid'])
  })

  it('judges each by the day of its own zone', () => {
    const due = { dueOn: '2026-11-21', status: 'open', balance: 100, total: 100 } as const
    putIntoCache(db, { invoices: [anInvoice(due), anInvoice({ id: 'i-3', accountId: 'a-3', ...due })] })
    // Past midnight in Montevideo, not in Monterrey.
    const { contracts } = list(holder(1, 3), '2026-11-22T04:00:00Z')
    expect(contracts.map(({ last, account }) => [last?.standing.kind, account.conventions.currency])).toEqual([
      ['dueToday', 'MXN'],
      ['overdue', 'UYU'],
    ])
  })

  it('adds up what is owed where the currencies agree; what is in favour in one pays nothing in another', () => {
    expect(list(holder(1, 2)).total).toEqual({ owed: 128_450, outdatedInvoices: 0, conventions: expect.objectContaining({ currency: 'MXN' }) as unknown })
    putIntoCache(db, { accounts: [anAccount({ id: 'a-2', balance: -70_000 })] })
    expect(list(holder(1, 2)).total?.owed).toBe(128_450)
    expect(list(holder(1, 3)).total).toBeNull()
    expect(list(holder(1)).total).toBeNull()
  })

  it('says that the total may leave out what the utility has changed', () => {
    db.prepare("INSERT INTO set_aside (entity, id, rev, reason) VALUES ('invoice', 'i-2', 2, 'invalid')").run()
    expect(list(holder(1, 2)).total?.outdatedInvoices).toBe(1)
  })

  it('tells that one is no longer in the feed, and the others as ever', () => {
    withdraw('a-2')
    const { contracts, withdrawn, total } = list(holder(2, 1))
    expect([contracts.map(({ account }) => account.id), withdrawn, total]).toEqual([['a-1'], 1, null])
  })

  it('is what accountsOf says, whoever stands there; in full for whoever is signed in or served', () => {
    expect(list({ kind: 'visitor' }).contracts).toEqual([])
    expect(list(aClerk()).contracts).toEqual([])
    const customer = list({ kind: 'customer', customerId: 'c', customerSessionId: 's', accountIds: ['a-3', 'a-1'] })
    expect(customer.contracts).toMatchObject([
      { account: { id: 'a-3' }, identifiedBy: null },
      { account: { id: 'a-1', supplyAddress: 'Calle Poniente 12, Centro' }, identifiedBy: null },
    ])
  })
})

describe('a second bill in a visit', () => {
  const bills = {
    first: { zoneId: 'z-mty', accountNumber: '40989917', invoiceNumber: 'DE 4043 2503' },
    second: { zoneId: 'z-uy', accountNumber: '367573', invoiceNumber: 'A-140.500.275' },
  }

  function setUp() {
    const clock = fakeClock()
    const nothing = () => undefined
    const counter = createCounter({ clock, isPrinting: () => false, onWarning: nothing, onWithdrawn: nothing, onEnded: nothing })
    const throttle = createThrottle({ db, clock, log: silentLog })
    const { 'lookup.identify': identify } = createLookup({ db, counter, throttle, clock, isReady: () => true, isOutOfService: () => false })
    return { counter, identify }
  }

  it('that is looked up beside the first opens its account too, and is told how many there are', async () => {
    const { counter, identify } = setUp()
    expect(must(await identify(bills.first))).toEqual({ accountId: 'a-1', invoiceId: 'i-1', contracts: 1 })
    expect(must(await identify({ ...bills.second, beside: true }))).toEqual({ accountId: 'a-3', invoiceId: 'i-3', contracts: 2 })
    expect(must(await identify({ ...bills.first, beside: true })).contracts).toBe(2)
    expect(counter.current().person).toEqual(holder(1, 3))
  })

  it('that is looked up by itself begins anew', async () => {
    const { counter, identify } = setUp()
    await identify(bills.first)
    expect(must(await identify(bills.second)).contracts).toBe(1)
    expect(counter.current().person).toEqual(holderOf('a-3', 'i-3'))
  })

  it('beyond as many as a visit may hold is told why, and what is open stays open', async () => {
    const { counter, identify } = setUp()
    for (let index = 0; index < MOST_CONTRACTS; index += 1) counter.openAccount(`x-${index}`, 'i', { beside: true })
    expect(problemOf(await identify({ ...bills.first, beside: true }))).toBe('contract-limit')
    expect([counter.mayRead('a-1'), counter.mayRead('x-0')]).toEqual([false, true])
  })
})
