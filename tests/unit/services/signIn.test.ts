import Database from 'better-sqlite3'
import { describe, expect, it, vi } from 'vitest'
import type { CustomersApi, SignedIn } from '../../../electron/api/customers.ts'
import { apiFailure, type ApiOutcome } from '../../../electron/api/outcome.ts'
import { createAudit } from '../../../electron/audit/audit.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { guardTransactions } from '../../../electron/cache/transaction.ts'
import { createCustomerKeys } from '../../../electron/customers/customerKeys.ts'
import { createCustomerLogins } from '../../../electron/customers/customerLogins.ts'
import { createOfficeAudit } from '../../../electron/customers/officeAudit.ts'
import type { VisitAccounts } from '../../../electron/customers/visitAccounts.ts'
import { createPace } from '../../../electron/customers/pace.ts'
import { createRenewals } from '../../../electron/customers/renewals.ts'
import { createRenewalService } from '../../../electron/services/renewal.ts'
import { createSignInService } from '../../../electron/services/signIn.ts'
import { createCounter } from '../../../electron/session/counter.ts'
import { createSignInThrottle } from '../../../electron/session/signInThrottle.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { aZone, anAccount, putIntoCache } from '../../fixtures/accounts/branchData.ts'
import { nobodysVisit } from '../../fakes/visitAccounts.ts'
import { silentLog } from '../../fixtures/printing/printingUnderTest.ts'

const ana = { login: ' ana@correo.mx ', password: 'tres palabras sueltas' }
const answer: SignedIn = {
  customerId: 'c-1',
  name: 'Ana',
  email: 'a@b.mx',
  accountIds: ['a-1', 'far'],
  lastSignInAt: null,
  sessionId: 's-1',
  sessionToken: 'secreto',
}
const wrong: ApiOutcome<never> = apiFailure('refused', { status: 401 })
const former: ApiOutcome<never> = apiFailure('refused', {
  status: 403,
  refusal: { code: 'renewal-required', detail: '', errors: [], renewal: { renewalId: 'r-1', maskedEmail: 'a••@b.mx' } },
})

function setUp(visits: Partial<VisitAccounts> = {}) {
  const db = openDatabase(':memory:', { role: 'durable' })
  putIntoCache(db, { zones: [aZone()], accounts: [anAccount({ id: 'a-1' })] })
  const clock = fakeClock()
  const audit = createOfficeAudit({ db, audit: createAudit({ db, clock }), log: silentLog })
  const signIn = vi.fn<CustomersApi['signIn']>(async () => ({ ok: true, value: answer }))
  const signOut = vi.fn<CustomersApi['signOut']>(async () => ({ ok: true, value: null }))
  const renew = vi.fn<CustomersApi['renew']>(async () => ({ ok: true, value: null }))
  const api = { signIn, signOut, renew, askForRenewal: async () => ({ ok: true, value: { renewalId: 'r-2', codeLength: 4 } }) } as unknown as CustomersApi
  const keys = createCustomerKeys({ api, clock, log: silentLog })
  const counter = createCounter({
    clock,
    isPrinting: () => false,
    onWarning: () => undefined,
    onWithdrawn: () => undefined,
    onSignedOut: ({ id }) => keys.release(id),
    onEnded: () => undefined,
  })
  const pace = createPace({ clock, counter, most: 100, within: 1_000 })
  const reach = { api, isOnline: () => true, isOutOfService: () => false }
  const throttle = createSignInThrottle({ db, clock, log: silentLog, secret: 'k-1' })
  const renewals = createRenewals(counter)
  const logins = createCustomerLogins(counter)
  const isReady = { value: true }
  const service = {
    ...createSignInService({
      isReady: () => isReady.value,
      audit,
      counter,
      keys,
      logins,
      visiting: { ...nobodysVisit(db), ...visits },
      throttle,
      renewals,
      pace,
      ...reach,
    }),
    ...createRenewalService({ db, audit, counter, renewals, wait: throttle.remaining, pace: { codes: pace, tries: pace }, ...reach }),
  }
  const audited = (): string => JSON.stringify(db.prepare('SELECT who, what, outcome FROM audit').all())
  return { db, clock, counter, isReady, signIn, signOut, renew, service, audited, enter: () => counter.during(() => service['signIn.enter'](ana)) }
}

describe('signing in', () => {
  it('opens the accounts, tells which can be shown here, and is audited by the customer’s id alone', async () => {
    const { counter, enter, audited, signIn } = setUp()
    expect(await enter()).toMatchObject({ ok: true, value: { outcome: 'signedIn', customer: { name: 'Ana', accounts: [{ accountId: 'a-1' }], elsewhere: 1 } } })
    expect(counter.current().person).toEqual({ kind: 'customer', customerId: 'c-1', customerSessionId: 's-1', accountIds: ['a-1', 'far'] })
    expect(signIn).toHaveBeenCalledWith({ login: 'ana@correo.mx', password: 'tres palabras sueltas' })
    expect(audited()).toContain('customer:c-1')
    expect(audited()).not.toMatch(/ana@|Ana|tres/)
  })

  it('waits for the first load, before which no account could be shown', async () => {
    const { counter, isReady, enter, signIn } = setUp()
    isReady.value = false
    expect(await enter()).toEqual({ ok: false, problem: { code: 'preparing-data' } })
    expect(signIn).not.toHaveBeenCalled()
    expect(counter.current().person.kind).toBe('visitor')
    isReady.value = true
    expect(await enter()).toMatchObject({ ok: true })
  })

  it('works with a utility that has no name or secret for it', async () => {
    const { counter, enter, signIn, signOut } = setUp()
    const { sessionId: _name, sessionToken: _secret, ...older } = answer
    signIn.mockResolvedValue({ ok: true, value: older })
    await enter()
    expect(counter.current().person).toMatchObject({ kind: 'customer', customerSessionId: null })
    counter.end('finished')
    expect(signOut).not.toHaveBeenCalled()
  })

  it.each([
    ['is answered at once where one of theirs is here', ['a-1', 'far'], 'signed in'],
    ['waits for the first that is read where none is', ['far'], 'waits'],
  ])('%s', async (_, accountIds, expected) => {
    const first = Promise.withResolvers<void>()
    const read = vi.fn()
    const { enter, signIn } = setUp({ read, first: () => first.promise })
    signIn.mockResolvedValue({ ok: true, value: { ...answer, accountIds } })
    const entering = enter()
    const soon = (async () => {
      for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
      return 'waits'
    })()
    expect(await Promise.race([entering.then(() => 'signed in'), soon])).toBe(expected)
    expect(read).toHaveBeenCalledTimes(1)
    first.resolve()
    expect(await entering).toMatchObject({ ok: true, value: { outcome: 'signedIn' } })
  })

  it('ends at the utility with the visit', async () => {
    const { counter, enter, signOut } = setUp()
    await enter()
    counter.end('finished')
    expect(signOut).toHaveBeenCalledWith({ sessionId: 's-1', sessionToken: 'secreto' })
  })

  it('tells the utility again that somebody left, a little', async () => {
    const { clock, counter, enter, signOut } = setUp()
    signOut.mockResolvedValue(apiFailure('unreachable'))
    await enter()
    counter.end('finished')
    for (const pause of [0, 1_000, 5_000, 30_000, 600_000]) {
      clock.advance(pause)
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(signOut).toHaveBeenCalledTimes(4)
  })

  it('signs nobody in whose visit ended meanwhile, and tells the utility', async () => {
    const { counter, enter, signIn, signOut, audited } = setUp()
    const late = Promise.withResolvers<ApiOutcome<SignedIn>>()
    signIn.mockReturnValue(late.promise)
    const entering = enter()
    counter.end('finished')
    late.resolve({ ok: true, value: answer })
    expect(await entering).toEqual({ ok: false, problem: { code: 'not-allowed' } })
    expect(counter.current().person).toEqual({ kind: 'visitor' })
    expect(signOut).toHaveBeenCalledWith({ sessionId: 's-1', sessionToken: 'secreto' })
    expect(audited()).toBe('[]')
  })

  it('keeps nobody waiting for a call that hangs, neither the next visitor nor whoever tries again', async () => {
    const { counter, enter, signIn, service } = setUp()
    for (const leave of [() => counter.end('finished'), service['signIn.cancel']]) {
      signIn.mockReturnValueOnce(Promise.withResolvers<ApiOutcome<SignedIn>>().promise)
      void enter()
      leave()
      expect(await enter()).toMatchObject({ ok: true, value: { outcome: 'signedIn' } })
    }
  })

  it('ends the one before at the utility when somebody signs in anew in the same visit', async () => {
    const { counter, enter, signIn, signOut } = setUp()
    await enter()
    signIn.mockResolvedValue({ ok: true, value: { ...answer, customerId: 'c-2', sessionId: 's-2', sessionToken: 'otro' } })
    await enter()
    expect(signOut.mock.calls).toEqual([[{ sessionId: 's-1', sessionToken: 'secreto' }]])
    counter.end('finished')
    expect(signOut).toHaveBeenLastCalledWith({ sessionId: 's-2', sessionToken: 'otro' })
  })

  it('signs nobody in who has left its screen, before the answer or just after', async () => {
    for (const isAnswered of [false, true]) {
      const { counter, enter, signIn, signOut, service } = setUp()
      const late = Promise.withResolvers<ApiOutcome<SignedIn>>()
      signIn.mockReturnValue(late.promise)
      const entering = enter()
      if (isAnswered) {
        late.resolve({ ok: true, value: answer })
        await entering
      }
      service['signIn.cancel']()
      late.resolve({ ok: true, value: answer })
      await entering
      expect(counter.current().person).toEqual({ kind: 'visitor' })
      expect(signOut).toHaveBeenCalledWith({ sessionId: 's-1', sessionToken: 'secreto' })
    }
  })

  it('signs nobody in while nothing can be written down, and denies nothing that the utility has done', async () => {
    const { db, counter, enter, signOut, renew, service } = setUp()
    await service['signIn.askForRenewal']({ login: 'ana' })
    const full = new Database.SqliteError('database or disk is full', 'SQLITE_FULL')
    guardTransactions(db, () => {
      throw full
    })
    await expect(enter()).rejects.toBe(full)
    expect(counter.current().person).toEqual({ kind: 'visitor' })
    expect(signOut).toHaveBeenCalledTimes(1)
    expect(await service['signIn.renew']({ code: '1234', password: 'nueve gatos azules' })).toEqual({ ok: true, value: {} })
    expect(renew).toHaveBeenCalledTimes(1)
  })

  it('sends one try after another, so that each miss counts before the next', async () => {
    const { enter, signIn } = setUp()
    signIn.mockResolvedValue(wrong)
    const answers = await Promise.all(Array.from({ length: 60 }, enter))
    expect(signIn).toHaveBeenCalledTimes(1)
    expect(answers.filter((result) => !result.ok && result.problem.code === 'office-throttled')).toHaveLength(59)
  })

  it('asks no more after three wrong passwords, until the wait is over', async () => {
    const { clock, enter, signIn } = setUp()
    signIn.mockResolvedValue(wrong)
    for (let times = 0; times < 3; times += 1) expect(await enter()).toEqual({ ok: false, problem: { code: 'wrong-login' } })
    expect(await enter()).toEqual({ ok: false, problem: { code: 'office-throttled', retryAfterSeconds: 1 } })
    expect(signIn).toHaveBeenCalledTimes(3)
    clock.advance(1_000)
    await enter()
    expect(signIn).toHaveBeenCalledTimes(4)
  })
})

describe('renewing a password', () => {
  it('follows a sign-in of the former portal, and sends the same try under the same key', async () => {
    const { enter, signIn, renew, service } = setUp()
    signIn.mockResolvedValue(former)
    expect(await enter()).toMatchObject({ ok: true, value: { outcome: 'renewal', sent: { maskedEmail: 'a••@b.mx' } } })
    renew.mockResolvedValueOnce(apiFailure('unreachable'))
    const chosen = { code: ' 123 456', password: 'nueve gatos azules' }
    expect(await service['signIn.renew'](chosen)).toMatchObject({ ok: false, problem: { code: 'office-offline' } })
    expect(await service['signIn.renew'](chosen)).toEqual({ ok: true, value: {} })
    const [first, second] = renew.mock.calls
    expect(first).toEqual(['r-1', { code: '123456', password: 'nueve gatos azules', key: second?.[1].key }])
    expect(await service['signIn.renew'](chosen)).toMatchObject({ ok: false, problem: { code: 'code-expired' } })
  })

  it.each([
    ['corta', 'password-short'],
    ['contraseña123', 'password-common'],
    ['qwertyuiop1234', 'password-common'],
  ])('takes no %s', async (password, problem) => {
    const { service, renew } = setUp()
    await service['signIn.askForRenewal']({ login: 'ana' })
    expect(await service['signIn.renew']({ code: '1234', password })).toEqual({
      ok: false,
      problem: { code: 'invalid-fields', fields: [{ field: 'password', problem }] },
    })
    expect(renew).not.toHaveBeenCalled()
  })

  it.each([
    [' ', 'empty'],
    ['12 3', 'too-short'],
    ['12345', 'too-long'],
  ])('sends no code that cannot be the one of the mail: %j', async (code, problem) => {
    const { service, renew } = setUp()
    await service['signIn.askForRenewal']({ login: 'ana' })
    expect(await service['signIn.renew']({ code, password: 'nueve gatos azules' })).toEqual({
      ok: false,
      problem: { code: 'invalid-fields', fields: [{ field: 'code', problem }] },
    })
    expect(renew).not.toHaveBeenCalled()
  })

  it('of one visitor that ends late takes none from the next', async () => {
    const { counter, renew, service } = setUp()
    const late = Promise.withResolvers<ApiOutcome<null>>()
    await service['signIn.askForRenewal']({ login: 'ana' })
    renew.mockReturnValueOnce(late.promise)
    const chosen = { code: '1234', password: 'nueve gatos azules' }
    const first = service['signIn.renew'](chosen)
    await vi.waitUntil(() => renew.mock.calls.length === 1)
    counter.end('finished')
    late.resolve({ ok: true, value: null })
    await first
    await service['signIn.askForRenewal']({ login: 'luis' })
    expect(await service['signIn.renew'](chosen)).toEqual({ ok: true, value: {} })
  })

  it('is of whoever asked for it, not of the next visitor', async () => {
    const { counter, service } = setUp()
    await service['signIn.askForRenewal']({ login: 'ana' })
    counter.end('finished')
    expect(await service['signIn.renew']({ code: '1234', password: 'nueve gatos azules' })).toMatchObject({ ok: false, problem: { code: 'code-expired' } })
  })
})
