import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createApiClient, type ApiClient } from '../../../electron/api/client.ts'
import { createAudit } from '../../../electron/audit/audit.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { createOfficeAudit } from '../../../electron/customers/officeAudit.ts'
import { createPace } from '../../../electron/customers/pace.ts'
import { createRegistrations } from '../../../electron/customers/registrations.ts'
import { legalTexts } from '../../../electron/sandbox/data/legal.ts'
import { zoneProfiles } from '../../../electron/sandbox/sample/zones.ts'
import { startSandbox, type Sandbox } from '../../../electron/sandbox/server.ts'
import { createActivationService } from '../../../electron/services/activation.ts'
import { createRegistrationService } from '../../../electron/services/registration.ts'
import { createCounter } from '../../../electron/session/counter.ts'
import { createThrottle } from '../../../electron/session/throttle.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { putIntoCache, putLegalTexts } from '../../fixtures/accounts/branchData.ts'
import { EMAIL, formOf, textOf } from '../../fixtures/accounts/registrationForms.ts'
import { accessTo } from '../../fixtures/outbox/outboxKiosk.ts'
import { silentLog } from '../../fixtures/printing/printingUnderTest.ts'
import { PASSWORD } from '../../fixtures/sandbox/customerOffice.ts'

let sandbox: Sandbox
let api: ApiClient
beforeEach(async () => {
  sandbox = await startSandbox({ accounts: 300, today: '2026-11-21' })
})
afterEach(async () => {
  await api.close()
  await sandbox.close()
})

function setUp() {
  const db = openDatabase(':memory:', { role: 'durable' })
  putIntoCache(db, { zones: zoneProfiles.map(({ zone }) => zone) })
  putLegalTexts(db, legalTexts)
  const clock = fakeClock()
  api = createApiClient({ ...accessTo(sandbox), log: silentLog, clock })
  const counter = createCounter({ clock, isPrinting: () => false, onWarning: () => undefined, onWithdrawn: () => undefined, onEnded: () => undefined })
  const throttle = createThrottle({ db, clock, log: silentLog })
  const anyPace = createPace({ clock, counter, most: 100, within: 1_000 })
  const registrations = createRegistrations(counter)
  const parts = {
    ...{ db, clock, counter, throttle, registrations },
    ...{ api: api.customers, isOnline: () => true, isOutOfService: () => false, isReady: () => true },
    audit: createOfficeAudit({ db, audit: createAudit({ db, clock }), log: silentLog }),
    pace: { codes: anyPace, tries: anyPace, looks: anyPace },
  }
  const service = { ...createRegistrationService(parts), ...createActivationService(parts) }
  return { db, clock, counter, throttle, registrations, service, send: service['registration.send'], activate: service['registration.activate'] }
}

/** The code of the newest mail. */
async function code(): Promise<string> {
  await sandbox.office.mail.whenSent()
  return /: (\d{3} \d{3})$/mu.exec(sandbox.office.mail.sent()[0]?.text ?? '')?.[1] ?? ''
}
const signsIn = async (login = EMAIL): Promise<boolean> => (await api.customers.signIn({ login, password: PASSWORD })).ok

describe('a registration', () => {
  it.each([
    ['an invoice', formOf('invoice')],
    ['a document', formOf('document', { givenNames: 'Ana' })],
    ['a meter and names', formOf('person')],
    ['a meter and a company', formOf('company')],
  ])('by %s waits for the code of the mail, with a page for the phone, and is then active', async (_what, form) => {
    const { send, activate, service, registrations } = setUp()
    const sent = await send(form)
    expect(sent).toMatchObject({ ok: true, value: { waiting: { sent: { maskedEmail: 'a••••••@example.com', codeLength: 6 } } } })
    expect(sent.ok && sent.value.waiting?.phone?.qr.size).toBeGreaterThan(20)
    expect(sent.ok && sent.value.waiting?.begunId).toBe(registrations.get()?.begunId)
    expect(JSON.stringify(registrations.get()?.sent)).not.toContain('/')
    expect(await service['registration.state']()).toEqual({ ok: true, value: { status: 'awaitingActivation' } })
    expect(await signsIn()).toBe(false)
    expect(await activate({ code: await code(), password: PASSWORD, passwordAgain: PASSWORD })).toEqual({ ok: true, value: {} })
    expect(await service['registration.state']()).toEqual({ ok: true, value: { status: 'active' } })
    expect(await signsIn()).toBe(true)
  })

  it('is active at once where the zone takes the password with it', async () => {
    const { send } = setUp()
    expect(await send(formOf('atOnce'))).toEqual({ ok: true, value: { waiting: null } })
    expect(await signsIn()).toBe(true)
  })

  it('is sent once however often its answer is lost', async () => {
    const { send } = setUp()
    sandbox.faults.set('lostReply', { paths: /registrations/ })
    expect(await send(formOf('invoice'))).toMatchObject({ ok: false, problem: { code: 'office-offline' } })
    sandbox.faults.set(null)
    expect(await send(formOf('invoice'))).toMatchObject({ ok: true })
    await sandbox.office.mail.whenSent()
    expect(sandbox.office.mail.sent()).toHaveLength(1)
  })

  it('whose proof is refused counts as a miss of the look-up, and says not which datum was wrong', async () => {
    const { send, throttle } = setUp()
    for (let times = 0; times < 4; times += 1)
      expect(await send(formOf('invoice', { invoiceNumber: `DE4043250${times + 4}` }))).toEqual({ ok: false, problem: { code: 'proof-refused' } })
    expect(throttle.remaining()).toBe(0)
    await send(formOf('invoice', { invoiceNumber: 'DE40432599' }))
    expect(await send(formOf('invoice'))).toEqual({ ok: false, problem: { code: 'throttled', retryAfterSeconds: 1 } })
  })

  it('tells nobody who has not proved an account which user names there are', async () => {
    const { send } = setUp()
    expect(await send(formOf('invoice', { invoiceNumber: 'DE40432599', userName: 'diego2019' }))).toEqual({ ok: false, problem: { code: 'proof-refused' } })
  })

  it('is not sent for whoever left while it was judged, nor is its code', async () => {
    const { counter, send, activate } = setUp()
    const sending = counter.during(() => send(formOf('atOnce', { passwordAgain: PASSWORD })))
    counter.end('finished')
    expect(await sending).toEqual({ ok: false, problem: { code: 'not-allowed' } })
    expect(await signsIn()).toBe(false)
    await send(formOf('invoice'))
    const typed = { code: await code(), password: PASSWORD, passwordAgain: null }
    const activating = counter.during(() => activate(typed))
    counter.end('finished')
    expect(await activating).toEqual({ ok: false, problem: { code: 'not-allowed' } })
    expect(await signsIn()).toBe(false)
  })

  it('points at the field that the utility does not accept, in its words', async () => {
    const { send } = setUp()
    expect(await send(formOf('invoice', { userName: 'diego2019' }))).toEqual({
      ok: false,
      problem: { code: 'office-refused', reason: 'Este usuario ya existe. Elija otro.', fields: [{ field: 'userName', problem: 'refused' }] },
    })
  })

  it('is not sent with a password that is guessed at once, nor under a notice that is no longer in force', async () => {
    const { send } = setUp()
    const guessable = { password: EMAIL, passwordAgain: null }
    expect(await send(formOf('atOnce', guessable))).toMatchObject({ ok: false, problem: { fields: [{ field: 'password', problem: 'password-personal' }] } })
    expect(await send(formOf('invoice', { notice: { ...textOf('privacyNotice'), version: '1900' } }))).toEqual({
      ok: false,
      problem: { code: 'notice-changed' },
    })
    expect(sandbox.office.mail.sent()).toEqual([])
  })
})

describe('while it waits for its code', () => {
  it('another code is sent after half a minute, and another address has one of its own', async () => {
    const { clock, send, activate, service, registrations } = setUp()
    await send(formOf('invoice'))
    expect(await service['registration.sendAgain']()).toEqual({ ok: false, problem: { code: 'office-throttled', retryAfterSeconds: 30 } })
    clock.advance(30_000)
    expect(await service['registration.sendAgain']()).toMatchObject({ ok: true })
    sandbox.faults.set('lostReply', { paths: /registrations/ })
    expect(await service['registration.sendAgain']()).toMatchObject({ ok: false })
    sandbox.faults.set(null)
    // It may be on its way all the same.
    expect(await service['registration.sendAgain']()).toEqual({ ok: false, problem: { code: 'office-throttled', retryAfterSeconds: 30 } })
    clock.advance(30_000)
    expect(await service['registration.changeEmail']({ email: 'ana@otro' })).toMatchObject({ ok: false, problem: { code: 'invalid-fields' } })
    const first = await code()
    expect(await service['registration.changeEmail']({ email: 'otra@example.com' })).toMatchObject({
      ok: true,
      value: { sent: { maskedEmail: 'o•••@example.com' } },
    })
    expect(registrations.get()?.sent).toEqual({ maskedEmail: 'o•••@example.com', expiresAt: expect.any(String) as string, page: new URL(sandbox.url).host })
    const wrong = { password: PASSWORD, passwordAgain: null }
    expect(await activate({ ...wrong, code: first })).toEqual({ ok: false, problem: { code: 'wrong-code' } })
    expect(await activate({ code: await code(), password: 'otra@example.com', passwordAgain: null })).toMatchObject({
      ok: false,
      problem: { fields: [{ field: 'password', problem: 'password-personal' }] },
    })
    expect(await activate({ ...wrong, code: await code() })).toEqual({ ok: true, value: {} })
    expect(await signsIn('otra@example.com')).toBe(true)
  })

  it('it may be active where an answer was lost and another password is chosen', async () => {
    const { send, activate } = setUp()
    await send(formOf('invoice'))
    const sent = await code()
    sandbox.faults.set('lostReply', { paths: /activation/ })
    expect(await activate({ code: sent, password: PASSWORD, passwordAgain: null })).toEqual({ ok: false, problem: { code: 'office-offline' } })
    sandbox.faults.set(null)
    const other = { code: sent, password: 'once patos verdes', passwordAgain: null }
    expect(await activate(other)).toEqual({ ok: false, problem: { code: 'change-unsure' } })
    expect(await activate(other)).toEqual({ ok: false, problem: { code: 'code-expired' } })
    expect(await signsIn()).toBe(true)
  })

  it('five wrong codes need another one, and each mistake is told by its field', async () => {
    const { clock, send, activate, service } = setUp()
    await send(formOf('invoice'))
    expect(await activate({ code: ' ', password: 'corta', passwordAgain: 'otra' })).toEqual({
      ok: false,
      problem: {
        code: 'invalid-fields',
        fields: [
          { field: 'code', problem: 'empty' },
          { field: 'password', problem: 'password-short' },
          { field: 'passwordAgain', problem: 'not-repeated' },
        ],
      },
    })
    expect(await activate({ code: '12 34', password: PASSWORD, passwordAgain: null })).toEqual({
      ok: false,
      problem: { code: 'invalid-fields', fields: [{ field: 'code', problem: 'too-short' }] },
    })
    expect(await activate({ code: '12345O', password: PASSWORD, passwordAgain: null })).toMatchObject({
      problem: { fields: [{ field: 'code', problem: 'not-digits' }] },
    })
    const codes = []
    for (const digit of '123456') {
      const answer = await activate({ code: digit.repeat(6), password: PASSWORD, passwordAgain: null })
      codes.push(answer.ok ? 'active' : answer.problem.code)
    }
    expect(codes).toEqual([...Array<string>(5).fill('wrong-code'), 'code-expired'])
    expect(await service['registration.state']()).toEqual({ ok: true, value: { status: 'awaitingActivation' } })
    clock.advance(60_000)
    expect(await service['registration.sendAgain']()).toMatchObject({ ok: true })
    expect(await activate({ code: await code(), password: PASSWORD, passwordAgain: null })).toEqual({ ok: true, value: {} })
  })

  it('it is of whoever began it: the next visitor has none, and cannot finish it', async () => {
    const { counter, send, activate, service } = setUp()
    await send(formOf('invoice'))
    const sent = await code()
    counter.end('finished')
    for (const answer of [
      await service['registration.state'](),
      await service['registration.changeEmail']({ email: EMAIL }),
      await activate({ code: sent, password: PASSWORD, passwordAgain: null }),
    ])
      expect(answer).toEqual({ ok: false, problem: { code: 'not-found' } })
  })
})
