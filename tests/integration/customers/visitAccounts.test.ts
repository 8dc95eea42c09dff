import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Page } from '../../../electron/api/client.ts'
import type { CustomersApi } from '../../../electron/api/customers.ts'
import { apiFailure, type ApiOutcome } from '../../../electron/api/outcome.ts'
import { findAccount } from '../../../electron/cache/queries/accounts.ts'
import { findInvoice, listInvoices } from '../../../electron/cache/queries/invoices.ts'
import { readAsOf } from '../../../electron/documents/readAsOf.ts'
import { createAccountAccess } from '../../../electron/services/accountAccess.ts'
import { createContractsService } from '../../../electron/services/contracts.ts'
import { fakeClock, type FakeClock } from '../../fakes/clock.ts'
import { anAccount, anInvoice, putIntoCache } from '../../fixtures/accounts/branchData.ts'
import { openVisitWorld, type VisitWorld } from '../../fixtures/accounts/visitWorld.ts'
import { must } from '../../fixtures/printing/printingUnderTest.ts'

const ZONE = 'zona-monterrey'
const far = (id: string, change: object = {}) => anAccount({ id, zoneId: ZONE, ...change })
const change = (entity: string, data: { id: string }) => ({ entity, op: 'upsert', id: data.id, rev: 1, data })
const pageOf = (changes: unknown[], more: Partial<Page> = {}): ApiOutcome<Page> => ({
  ok: true,
  value: { changes, cursor: '-', hasMore: false, serverTime: '2026-11-21T10:00:00Z', ...more },
})
const whole = (id: string): ApiOutcome<Page> =>
  pageOf([change('account', far(id)), change('invoice', anInvoice({ id: `i-${id}`, accountId: id, number: `N-${id}` }))])

let clock: FakeClock
let readAccount: ReturnType<typeof vi.fn<CustomersApi['readAccount']>>
let world: VisitWorld
beforeEach(() => {
  clock = fakeClock('2026-11-21T16:42:00Z')
  readAccount = vi.fn<CustomersApi['readAccount']>(async (_key, id) => whole(id))
  world = openVisitWorld({ clock, api: { readAccount, signOut: async () => ({ ok: true, value: null }) } as unknown as CustomersApi })
  putIntoCache(world.db, { accounts: [far('here')], invoices: [anInvoice({ id: 'i-here', accountId: 'here' })] })
})
afterEach(() => world.dispose())

/** Lets everything happen that waits for nothing. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}
function list() {
  const { counter, visiting, db } = world
  const accounts = createAccountAccess({ db, counter, readers: visiting })
  const { contracts, withdrawn, coming, again } = must(createContractsService({ clock, counter, accounts, visiting })['contracts.list']())
  return { ids: contracts.map(({ account }) => account.id), withdrawn, coming, again }
}

describe('the accounts that the feed does not hold', () => {
  it('are asked for under the customer’s key, one after another, and stand in the list once they have come', async () => {
    world.signIn(['here', 'far-1', 'far-2'])
    expect(list()).toEqual({ ids: ['here'], withdrawn: 0, coming: 2, again: false })
    await settle()
    expect(list()).toEqual({ ids: ['here', 'far-1', 'far-2'], withdrawn: 0, coming: 0, again: false })
    expect(readAccount.mock.calls.map(([key, id]) => [key.sessionToken, id])).toEqual([
      ['secreto', 'far-1'],
      ['secreto', 'far-2'],
    ])
    expect(world.told).toEqual([
      { shown: 2, elsewhere: 1 },
      { shown: 3, elsewhere: 0 },
    ])
  })

  it('are read with the branch’s zones beside them, and as of when the utility told them; the file has none of it', async () => {
    world.signIn(['far-1'])
    await settle()
    const { visiting, db } = world
    const reader = visiting.of('far-1')
    expect(listInvoices(reader, 'far-1').map(({ id }) => id)).toEqual(['i-far-1'])
    expect(visiting.find((each) => findInvoice(each, 'i-far-1'))?.accountId).toBe('far-1')
    expect(readAsOf(reader, 'UTC')?.instant).toBe('2026-11-21T10:00:00.000Z')
    expect([findAccount(db, 'far-1'), findInvoice(db, 'i-far-1')]).toEqual([null, null])
    expect(visiting.of('here')).toBe(db)
    expect(visiting.bytesOf('here')).toBeNull()
  })

  it('are read from the feed once it brings them', async () => {
    world.signIn(['far-1'])
    await settle()
    putIntoCache(world.db, { accounts: [far('far-1', { balance: 7 })] })
    expect(world.visiting.of('far-1')).toBe(world.db)
    expect(world.visiting.find((each) => findInvoice(each, 'i-far-1'))).toBeNull()
    expect(list().ids).toEqual(['far-1'])
  })

  it('are not asked for by a utility of contract 1.0, and never more than twenty', async () => {
    world.signIn(['far-1'], null)
    await settle()
    expect(readAccount).not.toHaveBeenCalled()
    world.signIn(Array.from({ length: 30 }, (_, index) => `far-${index}`))
    await settle()
    expect(readAccount).toHaveBeenCalledTimes(20)
    expect(list()).toMatchObject({ withdrawn: 10, coming: 0, again: false })
  })
})

describe('what does not come', () => {
  it.each([
    ['no network', apiFailure('unreachable'), { asked: 1, again: true }],
    ['too much to do', apiFailure('busy', { status: 503 }), { asked: 1, again: true }],
    ['a fault of this one', apiFailure('broken', { status: 500 }), { asked: 2, again: true }],
    ['none of that id', apiFailure('not-found', { status: 404 }), { asked: 2, again: false }],
    ['a sign-in that has ended there', apiFailure('refused', { status: 401 }), { asked: 1, again: false }],
  ])('(%s) stays elsewhere, and harms nothing', async (_, outcome, { asked, again }) => {
    readAccount.mockResolvedValueOnce(outcome)
    world.signIn(['here', 'far-1', 'far-2'])
    await settle()
    expect(readAccount).toHaveBeenCalledTimes(asked)
    expect(list()).toMatchObject({ withdrawn: 3 - asked, coming: 0, again })
    expect(list().ids).toContain('here')
    world.visiting.read()
    await settle()
    expect(list()).toEqual({ ids: ['here', 'far-1', 'far-2'], withdrawn: 0, coming: 0, again: false })
  })

  it.each([
    ['ends before its end', () => pageOf([change('account', far('far-1'))], { hasMore: true })],
    ['has no account', () => pageOf([change('invoice', anInvoice({ accountId: 'far-1' }))])],
    ['is of another account', () => whole('far-9')],
    ['has an account that is not one', () => pageOf([{ ...change('account', far('far-1')), data: { id: 'far-1' } }])],
    ['is of a zone that nobody knows here', () => pageOf([change('account', far('far-1', { zoneId: 'zona-lejana' }))])],
  ])('an answer that %s is not used', async (_, answer) => {
    readAccount.mockResolvedValueOnce(answer())
    world.signIn(['here', 'far-1'])
    await settle()
    expect(list()).toEqual({ ids: ['here'], withdrawn: 1, coming: 0, again: false })
    expect(world.visiting.of('far-9')).toBe(world.db)
  })

  it('leaves out what another account or the branch has in the answer, and sets aside what is invalid', async () => {
    const invoices = [
      anInvoice({ id: 'good', accountId: 'far-1' }),
      anInvoice({ id: 'theirs', accountId: 'here' }),
      { ...anInvoice({ id: 'bad', accountId: 'far-1' }), total: 'x' },
    ]
    const zone = change('zone', { id: ZONE })
    readAccount.mockResolvedValueOnce(pageOf([zone, change('account', far('far-1')), ...invoices.map((each) => change('invoice', each)), 'nothing']))
    world.signIn(['far-1'])
    await settle()
    const reader = world.visiting.of('far-1')
    expect(['good', 'theirs', 'bad'].map((id) => findInvoice(reader, id)?.id ?? null)).toEqual(['good', null, null])
    expect(list().ids).toEqual(['far-1'])
  })

  it('in its time is given up, and the next is not waited for', async () => {
    readAccount.mockReturnValue(new Promise(() => undefined))
    world.signIn(['far-1', 'far-2'])
    await settle()
    clock.advance(15_000)
    await settle()
    expect(list()).toMatchObject({ withdrawn: 2, coming: 0, again: true })
  })
})

describe('whoever has no account at this branch', () => {
  it('waits for the first that comes', async () => {
    const late = Promise.withResolvers<ApiOutcome<Page>>()
    readAccount.mockReturnValueOnce(late.promise).mockReturnValueOnce(new Promise(() => undefined))
    world.signIn(['far-1', 'far-2'])
    const first = world.visiting.first().then(() => 'come')
    expect(await Promise.race([first, settle().then(() => 'waits')])).toBe('waits')
    late.resolve(whole('far-1'))
    expect(await first).toBe('come')
    expect(list()).toMatchObject({ ids: ['far-1'], coming: 1 })
  })

  it.each([
    ['when none comes', () => readAccount.mockResolvedValue(apiFailure('not-found')), 0],
    ['when it takes long', () => readAccount.mockReturnValue(new Promise(() => undefined)), 8_000],
  ])('no longer %s', async (_, prepare, passes) => {
    prepare()
    world.signIn(['far-1'])
    const first = world.visiting.first()
    await settle()
    clock.advance(passes)
    await first
    expect(list().ids).toEqual([])
  })
})

describe('after the visit', () => {
  it('nothing is left, and its connections are closed', async () => {
    world.signIn(['far-1'])
    await settle()
    const [reader, bytes] = [world.visiting.of('far-1'), world.visiting.bytesOf('far-1')]
    world.counter.end('finished')
    expect(reader.open).toBe(false)
    expect(bytes?.every((byte) => byte === 0)).toBe(true)
    expect(world.visiting.of('far-1')).toBe(world.db)
  })

  it.each([
    ['who left', () => world.counter.end('idle')],
    ['another who signed in', () => world.signIn(['here'])],
  ])('an answer that comes late is dropped: %s', async (_, leave) => {
    const late = Promise.withResolvers<ApiOutcome<Page>>()
    readAccount.mockReturnValueOnce(late.promise)
    world.signIn(['far-1', 'far-2'])
    const [, , { signal } = {}] = readAccount.mock.calls[0] ?? []
    leave()
    expect(signal?.aborted).toBe(true)
    late.resolve(whole('far-1'))
    await settle()
    expect(world.told).toEqual([])
    expect(readAccount).toHaveBeenCalledTimes(1)
    expect([world.visiting.bytesOf('far-1'), world.visiting.standing().coming]).toEqual([null, 0])
  })
})
