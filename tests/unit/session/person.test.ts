import { describe, expect, expectTypeOf, it } from 'vitest'
import { zCommand } from '../../../shared/utility-api/generated/zod.gen.ts'
import { auditName, type Actor, type AuditName } from '../../../electron/session/actor.ts'
import { MOST_CONTRACTS } from '../../../shared/contract/contracts.ts'
import { accountsOf, actorOf, identifyingInvoice, masking, mayRead, standingsOf, withBill, type Person } from '../../../electron/session/person.ts'
import { aClerk } from '../../fakes/fakeCounter.ts'

const visitor: Person = { kind: 'visitor' }
const holder: Person = {
  kind: 'invoiceHolder',
  bills: [
    { accountId: 'a-2', invoiceId: 'i-2' },
    { accountId: 'a-1', invoiceId: 'i-1' },
  ],
}
const customer: Person = { kind: 'customer', customerId: 'c-7', customerSessionId: 'u-1', accountIds: ['a-1', 'a-2'] }
const clerk = aClerk({ serving: 'a-1' })
const freeClerk = aClerk()
const awayClerk = aClerk({ serving: 'a-1', isLocked: true })

describe('who stands at the counter', () => {
  it.each<[string, Person, string[]]>([
    ['a visitor reads no account', visitor, []],
    ['an invoice holder reads the accounts whose bills were shown', holder, ['a-2', 'a-1']],
    ['a customer reads their own accounts', customer, ['a-1', 'a-2']],
    ['a clerk reads the account of whom they serve', clerk, ['a-1']],
    ['a clerk who serves nobody reads none', freeClerk, []],
    ['a clerk who has locked the screen reads none', awayClerk, []],
  ])('%s', (_, person, readable) => {
    expect(accountsOf(person)).toEqual(readable)
    for (const accountId of ['a-1', 'a-2', 'a-3']) expect(mayRead(person, accountId)).toBe(readable.includes(accountId))
  })

  it.each<[Person, string[]]>([
    [visitor, []],
    [holder, []],
    [customer, ['a-1', 'a-2']],
    [clerk, ['a-1']],
    [freeClerk, []],
    [awayClerk, []],
  ])('%o sees names and addresses in full of %j and of no other account', (person, inFull) => {
    for (const accountId of ['a-1', 'a-2', 'a-3']) expect(masking(person, accountId)).toBe(inFull.includes(accountId) ? 'full' : 'masked')
  })

  it('an invoice identifies the account that it is of, and nothing for whoever showed none', () => {
    expect(identifyingInvoice(holder, 'a-1')).toBe('i-1')
    expect(identifyingInvoice(holder, 'a-2')).toBe('i-2')
    expect(identifyingInvoice(holder, 'a-3')).toBeNull()
    for (const person of [visitor, customer, clerk]) expect(identifyingInvoice(person, 'a-1')).toBeNull()
  })

  it.each([
    [visitor, { kind: 'visitor' }, 'visitor'],
    [holder, { kind: 'invoiceHolder' }, 'invoiceHolder'],
    [customer, { kind: 'customer', customerId: 'c-7', sessionId: 'u-1' }, 'customer:c-7'],
    [clerk, { kind: 'clerk', clerkId: '17' }, 'clerk:17'],
  ] as const)('%o is told to the utility as %j and to the audit as %s', (person, actor, name) => {
    expect(actorOf(person)).toEqual(actor)
    expect(auditName(actorOf(person))).toBe(name)
  })

  it('every actor is one of the utility’s contract', () => {
    const command = { id: '0190f3a1-0000-7000-8000-000000000001', accountId: null, capturedAt: '2026-11-21T16:42:00Z', kioskId: 'k', localFolio: 'f' }
    const message = { kind: 'question', payload: { topicId: 't', text: '?' } }
    for (const person of [visitor, holder, customer, clerk]) {
      expect(zCommand.parse({ ...command, ...message, actor: actorOf(person) })).toMatchObject({ actor: actorOf(person) })
    }
  })

  it.each<[Person, readonly string[], readonly string[]]>([
    [visitor, ['visitor'], ['visitor', 'diagnostics']],
    [customer, ['customer'], ['customer', 'diagnostics']],
    [clerk, ['clerk'], ['clerk']],
    [aClerk({ roles: ['clerk', 'supervisor'] }), ['clerk', 'supervisor'], ['clerk', 'supervisor']],
    [awayClerk, ['locked'], ['locked']],
  ])('%o stands there as %j, and with --diagnostics as %j', (person, usual, withDiagnostics) => {
    expect(standingsOf(person, { diagnostics: false })).toEqual(usual)
    expect(standingsOf(person, { diagnostics: true })).toEqual(withDiagnostics)
  })

  it('a clerk or a customer without an id is no actor', () => {
    expectTypeOf<{ kind: 'clerk' }>().not.toExtend<Actor>()
    expectTypeOf<{ kind: 'customer' }>().not.toExtend<Actor>()
    expectTypeOf<'clerk'>().not.toExtend<AuditName>()
  })
})

describe('a bill that is shown', () => {
  const bill = { accountId: 'a-3', invoiceId: 'i-3' }
  const alone: Person = { kind: 'invoiceHolder', bills: [bill] }

  it('opens its account beside those of the bills before, in front of them', () => {
    expect(withBill(holder, bill, { beside: true })).toEqual({ kind: 'invoiceHolder', bills: [bill, ...(holder.kind === 'invoiceHolder' ? holder.bills : [])] })
    expect(withBill(visitor, bill, { beside: true })).toEqual(alone)
  })

  it('of an account that is open moves it to the front, and takes the place of its earlier bill', () => {
    const newer = withBill(holder, { accountId: 'a-1', invoiceId: 'i-newer' }, { beside: true })
    expect(newer).toEqual({
      kind: 'invoiceHolder',
      bills: [
        { accountId: 'a-1', invoiceId: 'i-newer' },
        { accountId: 'a-2', invoiceId: 'i-2' },
      ],
    })
    expect(newer && identifyingInvoice(newer, 'a-1')).toBe('i-newer')
  })

  it.each([visitor, holder, customer, clerk])('by itself is all that its holder may read: %o', (person) => {
    expect(withBill(person, bill, { beside: false })).toEqual(alone)
  })

  it.each([customer, clerk])('gives nobody more than it proves: %o', (person) => {
    expect(withBill(person, bill, { beside: true })).toEqual(alone)
  })

  it('opens no account beyond those that a visit may hold, but one that is open again', () => {
    const bills = Array.from({ length: MOST_CONTRACTS }, (_, index) => ({ accountId: `a-${index}`, invoiceId: `i-${index}` }))
    const full = bills.reduce<Person | null>((person, next) => person && withBill(person, next, { beside: true }), visitor)
    expect(full && accountsOf(full)).toHaveLength(MOST_CONTRACTS)
    if (!full) return
    expect(withBill(full, { accountId: 'a-more', invoiceId: 'i' }, { beside: true })).toBeNull()
    expect(accountsOf(withBill(full, { accountId: 'a-0', invoiceId: 'i-0' }, { beside: true }) ?? visitor)[0]).toBe('a-0')
    expect(accountsOf(withBill(full, { accountId: 'a-more', invoiceId: 'i' }, { beside: false }) ?? visitor)).toEqual(['a-more'])
  })
})
