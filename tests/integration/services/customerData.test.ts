import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createApiClient, type ApiClient } from '../../../electron/api/client.ts'
import { createAudit } from '../../../electron/audit/audit.ts'
import type { AccountReaders } from '../../../electron/cache/accountReaders.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { createCustomerKeys } from '../../../electron/customers/customerKeys.ts'
import { createCustomerLogins } from '../../../electron/customers/customerLogins.ts'
import { createOfficeAudit } from '../../../electron/customers/officeAudit.ts'
import { createPace } from '../../../electron/customers/pace.ts'
import { createRenewals } from '../../../electron/customers/renewals.ts'
import { sampleLogins } from '../../../electron/sandbox/data/customers.ts'
import { elsewhereIndex } from '../../../electron/sandbox/sample/elsewhere.ts'
import { knownAccounts } from '../../../electron/sandbox/sample/known.ts'
import { inventAccount } from '../../../electron/sandbox/sample/records.ts'
import { zoneProfiles } from '../../../electron/sandbox/sample/zones.ts'
import { startSandbox, type Sandbox } from '../../../electron/sandbox/server.ts'
import { createAccountAccess } from '../../../electron/services/accountAccess.ts'
import { createCustomerChanges } from '../../../electron/services/customerChanges.ts'
import { createCustomerDataService } from '../../../electron/services/customerData.ts'
import { createSignInService } from '../../../electron/services/signIn.ts'
import { createCounter } from '../../../electron/session/counter.ts'
import { createSignInThrottle } from '../../../electron/session/signInThrottle.ts'
import { failure, success } from '../../../shared/result.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { nobodysVisit } from '../../fakes/visitAccounts.ts'
import { putIntoCache } from '../../fixtures/accounts/branchData.ts'
import { accessTo } from '../../fixtures/outbox/outboxKiosk.ts'
import { must, silentLog } from '../../fixtures/printing/printingUnderTest.ts'
import { anotherCode } from '../../fixtures/sandbox/customerOffice.ts'
import { codeTo, mailTo } from '../../fixtures/sandbox/mails.ts'

const TODAY = '2026-11-21'
const { login, password } = sampleLogins.registered
const NEW = 'nueve gatos azules'
const NEW_EMAIL = 'paty@example.org'
const { account } = inventAccount(knownAccounts.monterrey.index, TODAY)
/** Of the same customer, at another branch: it is read for the visit. */
const { account: elsewhere } = inventAccount(elsewhereIndex, TODAY)

let sandbox: Sandbox
let api: ApiClient
beforeEach(async () => {
  sandbox = await startSandbox({ accounts: 30, today: TODAY })
})
afterEach(async () => {
  await api.close()
  await sandbox.close()
})

/** Somebody signed in, at a kiosk that is joined to the sample utility. */
async function setUp() {
  const db = openDatabase(':memory:', { role: 'durable' })
  putIntoCache(db, { zones: zoneProfiles.map(({ zone }) => zone), accounts: [account] })
  const clock = fakeClock()
  api = createApiClient({ ...accessTo(sandbox), log: silentLog, clock })
  const keys = createCustomerKeys({ api: api.customers, clock, log: silentLog })
  const quiet = { isPrinting: () => false, onWarning: () => undefined, onWithdrawn: () => undefined, onEnded: () => undefined }
  const counter = createCounter({ clock, ...quiet, onSignedOut: ({ id }) => keys.release(id) })
  const newPace = () => createPace({ clock, counter, most: 100, within: 1_000 })
  const pace = newPace()
  const logins = createCustomerLogins(counter)
  const throttle = createSignInThrottle({ db, clock, log: silentLog, secret: 'k-1' })
  const link = { isOnline: true }
  const reach = { api: api.customers, isOnline: () => link.isOnline, isOutOfService: () => false }
  const audit = createOfficeAudit({ db, audit: createAudit({ db, clock }), log: silentLog })
  const visiting = openDatabase(':memory:', { role: 'feed' })
  putIntoCache(visiting, { zones: zoneProfiles.map(({ zone }) => zone), accounts: [elsewhere] })
  const readers: AccountReaders = { of: (id) => (id === elsewhere.id ? visiting : db), find: (look) => look(db) ?? look(visiting) ?? null }
  const accounts = createAccountAccess({ db, counter, readers })
  const parts = { db, clock, audit, counter, keys, logins, throttle, accounts, ...reach }
  const service = {
    ...createSignInService({ ...parts, pace, isReady: () => true, visiting: nobodysVisit(db), renewals: createRenewals(counter) }),
    ...createCustomerDataService({ ...parts, audit: { record: () => undefined } }),
    ...createCustomerChanges({ ...parts, pace: { codes: newPace(), tries: pace } }),
  }
  const enter = () => service['signIn.enter']({ login, password })
  await enter()
  const show = (whole: boolean) => must(service['customerData.show']({ accountId: account.id, whole }))
  const change = service['customerData.changePassword']
  const audited = () => db.prepare("SELECT who, what, outcome FROM audit WHERE what != 'customer.signedIn'").all()
  return { db, clock, counter, link, enter, show, change, audited, ask: service['customerData.askForEmail'], confirm: service['customerData.confirmEmail'] }
}

const signsIn = async (as: string, word: string): Promise<boolean> => (await api.customers.signIn({ login: as, password: word })).ok
const typed = { current: password, password: NEW, passwordAgain: NEW }

describe('the data of whoever is signed in', () => {
  it('are told in part until they are asked for in full, with the rule of a new password', async () => {
    const { show } = await setUp()
    const asked = { canBeWhole: true, asked: null, delivery: account.invoiceDelivery }
    expect(show(false)).toMatchObject({ ...asked, customer: { login: 'p••••••@example.com', canChange: true, password: { minLength: 12 } } })
    expect(show(false).phone).not.toBe(account.phone)
    expect(show(true)).toMatchObject({ ...asked, email: account.email, phone: account.phone, customer: { login } })
  })
})

describe('another password', () => {
  it('is the one that signs in from then on, and the customer is told by e-mail', async () => {
    const { change, audited } = await setUp()
    expect(await change(typed)).toEqual(success({}))
    expect([await signsIn(login, password), await signsIn(login, NEW)]).toEqual([false, true])
    expect(await mailTo(sandbox, login)).toContain('Se cambió la contraseña')
    expect(audited()).toEqual([{ who: 'customer:cliente-registrada', what: 'customer.passwordChanged', outcome: 'changed' }])
  })

  it('is sent again after a lost answer, and that ends well', async () => {
    const { change } = await setUp()
    sandbox.faults.set('lostReply', { paths: /password/ })
    expect(await change(typed)).toEqual(failure({ code: 'office-offline' }))
    sandbox.faults.set(null)
    expect(await change(typed)).toEqual(success({}))
    expect(await signsIn(login, NEW)).toBe(true)
  })

  it('may be made already where its answer was lost and the utility does not make it twice', async () => {
    const { change, audited } = await setUp()
    sandbox.faults.set('lostReply', { paths: /password/ })
    await change(typed)
    sandbox.faults.set(null)
    const other = { ...typed, password: 'once patos verdes', passwordAgain: null }
    expect(await change(other)).toEqual(failure({ code: 'change-unsure' }))
    // The next answer is to a try of its own.
    expect(await change(other)).toEqual(failure({ code: 'wrong-password' }))
    expect(audited().map((row) => Reflect.get(row as object, 'outcome') as string)).toEqual(['office-offline', 'change-unsure', 'wrong-password'])
  })

  it('takes the one of today, and guessing that is slowed down as at the sign-in', async () => {
    const { change, clock } = await setUp()
    for (let times = 0; times < 3; times += 1) expect(await change({ ...typed, current: `otra ${times}` })).toEqual(failure({ code: 'wrong-password' }))
    expect(await change(typed)).toEqual(failure({ code: 'office-throttled', retryAfterSeconds: 1 }))
    clock.advance(1_000)
    expect(await change(typed)).toEqual(success({}))
  })

  it.each([
    ['known to everybody', { password: 'contraseña123', passwordAgain: null }, 'password', 'password-common'],
    ['made of the number of their account', { password: `${account.number}1234`, passwordAgain: null }, 'password', 'password-personal'],
    ['made of that of another branch', { password: `${elsewhere.number}1234`, passwordAgain: null }, 'password', 'password-personal'],
    ['made of their name', { password: 'pedrozapatricia', passwordAgain: null }, 'password', 'password-personal'],
    ['too short', { password: 'corta', passwordAgain: null }, 'password', 'password-short'],
    ['the one of today', { password, passwordAgain: null }, 'password', 'as-today'],
    ['not repeated', { passwordAgain: 'nueve gatos' }, 'passwordAgain', 'not-repeated'],
    ['without the one of today', { current: '' }, 'current', 'empty'],
  ] as const)('is not sent where it is %s', async (_what, given, field, problem) => {
    const { change, audited } = await setUp()
    expect(await change({ ...typed, ...given })).toEqual(failure({ code: 'invalid-fields', fields: [{ field, problem }] }))
    expect(audited()).toEqual([])
    expect(await signsIn(login, password)).toBe(true)
  })
})

describe('another address to sign in with', () => {
  it('is confirmed by the code that goes there, after a notice to the one of today', async () => {
    const { ask, confirm, show, audited } = await setUp()
    expect(await ask({ email: ` ${NEW_EMAIL}`, password })).toMatchObject({ ok: true, value: { maskedEmail: 'p•••@example.org', codeLength: 6 } })
    expect(await mailTo(sandbox, login)).toContain('use otro correo: p•••@example.org')
    const code = await codeTo(sandbox, NEW_EMAIL)
    expect(await confirm({ code: anotherCode(code.replace(' ', '')) })).toEqual(failure({ code: 'wrong-code' }))
    expect(show(true).customer?.login).toBe(login)
    expect(await confirm({ code })).toEqual(success({}))
    expect(show(true).customer?.login).toBe(NEW_EMAIL)
    expect([await signsIn(login, password), await signsIn(NEW_EMAIL, password)]).toEqual([false, true])
    expect(JSON.stringify(audited())).not.toMatch(/@|faroles|Patricia/)
    expect(
      audited().map((row) =>
        Object.values(row as object)
          .slice(1)
          .join(' '),
      ),
    ).toEqual(['customer.emailChangeAsked asked', 'customer.emailChanged wrong-code', 'customer.emailChanged changed'])
  })

  it('sends no code that cannot be the one of the mail', async () => {
    const { ask, confirm, audited } = await setUp()
    await ask({ email: NEW_EMAIL, password })
    expect(await confirm({ code: '12 345' })).toEqual(failure({ code: 'invalid-fields', fields: [{ field: 'code', problem: 'too-short' }] }))
    expect(audited()).toHaveLength(1)
  })

  it('is confirmed once more after a lost answer, and that ends well', async () => {
    const { ask, confirm } = await setUp()
    await ask({ email: NEW_EMAIL, password })
    const code = await codeTo(sandbox, NEW_EMAIL)
    sandbox.faults.set('lostReply', { paths: /email/ })
    expect(await confirm({ code })).toEqual(failure({ code: 'office-offline' }))
    sandbox.faults.set(null)
    expect(await confirm({ code })).toEqual(success({}))
    expect(await signsIn(NEW_EMAIL, password)).toBe(true)
  })

  it('takes the password, an address, and another one than today’s', async () => {
    const { ask, confirm } = await setUp()
    expect(await ask({ email: 'paty@', password: '' })).toMatchObject({
      problem: {
        fields: [
          { field: 'email', problem: 'email-nothing-after' },
          { field: 'password', problem: 'empty' },
        ],
      },
    })
    expect(await ask({ email: login.toUpperCase(), password })).toMatchObject({ problem: { fields: [{ field: 'email', problem: 'as-today' }] } })
    expect(await ask({ email: NEW_EMAIL, password: 'otra contraseña' })).toEqual(failure({ code: 'wrong-password' }))
    expect(await confirm({ code: '123456' })).toEqual(failure({ code: 'code-expired' }))
    expect(await mailTo(sandbox, NEW_EMAIL)).toBe('')
  })

  it('is no longer to be had with a code that is over', async () => {
    const { ask, confirm } = await setUp()
    await ask({ email: NEW_EMAIL, password })
    sandbox.office.expireCodes()
    expect(await confirm({ code: await codeTo(sandbox, NEW_EMAIL) })).toEqual(failure({ code: 'code-expired' }))
  })
})

describe('nothing is changed', () => {
  it('without the utility, which is not asked later either', async () => {
    const { link, change, ask, confirm, audited } = await setUp()
    link.isOnline = false
    for (const answer of [await change(typed), await ask({ email: NEW_EMAIL, password }), await confirm({ code: '123456' })])
      expect(answer).toEqual(failure({ code: 'office-offline' }))
    expect(audited()).toEqual([])
  })

  it('under a sign-in that the utility has ended', async () => {
    const { change } = await setUp()
    sandbox.office.sessions.endAll()
    expect(await change(typed)).toEqual(failure({ code: 'signed-out' }))
  })

  it('of whoever signs in while an answer to the one before them is on its way', async () => {
    const { ask, confirm, enter } = await setUp()
    const late = Promise.withResolvers<void>()
    sandbox.faults.set('slow', { paths: /email/, until: late.promise })
    const asking = ask({ email: NEW_EMAIL, password })
    expect(await enter()).toMatchObject({ ok: true })
    late.resolve()
    expect(await asking).toEqual(failure({ code: 'not-allowed' }))
    expect(await confirm({ code: await codeTo(sandbox, NEW_EMAIL) })).toEqual(failure({ code: 'code-expired' }))
  })

  it('by the next visitor, nor by whoever holds a bill', async () => {
    const { counter, ask, confirm, change } = await setUp()
    await ask({ email: NEW_EMAIL, password })
    const code = await codeTo(sandbox, NEW_EMAIL)
    counter.end('finished')
    counter.openAccount(account.id, 'i-1')
    for (const answer of [await change(typed), await ask({ email: NEW_EMAIL, password }), await confirm({ code })])
      expect(answer).toEqual(failure({ code: 'not-allowed' }))
  })

  it('by whoever left while the password was judged', async () => {
    const { counter, change } = await setUp()
    const changing = change(typed)
    counter.end('finished')
    expect(await changing).toEqual(failure({ code: 'not-allowed' }))
    expect(await signsIn(login, password)).toBe(true)
  })
})
