import { describe, expect, it } from 'vitest'
import type { FaultKind, FaultOptions } from '../../../electron/sandbox/faults.ts'
import { failure, success, type Result } from '../../../shared/result.ts'
import {
  mine,
  NEW_EMAIL,
  officeCalls,
  officeChannels,
  openOfficeAtSandbox,
  type OfficeAtSandbox,
  type OfficeChannel,
} from '../../fixtures/accounts/officeAtSandbox.ts'
import { problemOf } from '../../fixtures/printing/printingUnderTest.ts'
import { anotherCode, PASSWORD } from '../../fixtures/sandbox/customerOffice.ts'
import { sampleLogins } from '../../../electron/sandbox/data/customers.ts'
import { EMAIL } from '../../fixtures/accounts/registrationForms.ts'

const OFFICE = /registrations|sessions|password-renewals/
const { login, password } = sampleLogins.registered
const status = (code: number, more: FaultOptions = {}): [FaultKind, FaultOptions] => ['status', { status: code, ...more }]

/** What the utility may do instead of what it is asked, none of which does the work. */
const faults = {
  'no connection': ['down', {}],
  '429, in 7 s': status(429, { retryAfter: '7' }),
  '429': status(429),
  '409': status(409),
  '410': status(410),
  '410, of a registration': status(410, { problem: 'registration-expired' }),
  '410, of a renewal': status(410, { problem: 'renewal-expired' }),
  '422 that points': status(422, { problem: 'no', errors: [{ pointer: '/email', detail: 'No sirve.' }] }),
  '422': status(422, { problem: 'no' }),
  '422, the code': status(422, { problem: 'wrong-code' }),
  '422, the password': status(422, { problem: 'weak-password', errors: [{ pointer: '/password', detail: 'Es corta.' }] }),
  '401 of the customer': status(401, { problem: 'session-ended' }),
  '403': status(403, { problem: 'no' }),
  '404': status(404, { problem: 'not-found' }),
  '500': status(500),
  '503, in 9 s': status(503, { retryAfter: '9' }),
  'a page of the network': ['garbage', {}],
} satisfies Record<string, [FaultKind, FaultOptions]>
type FaultName = keyof typeof faults

const refused = 'office-refused “El servicio no está disponible”'
const everywhere: Record<FaultName, string> = {
  'no connection': 'office-offline',
  '429, in 7 s': 'office-throttled, 7 s',
  '429': 'office-throttled, 30 s',
  '409': 'utility-busy',
  '410': 'code-expired',
  '410, of a registration': 'code-expired',
  '410, of a renewal': 'code-expired',
  '422 that points': 'office-refused “No sirve.” at email',
  '422': refused,
  '422, the code': 'wrong-code',
  '422, the password': 'password-refused “Es corta.” at password',
  '401 of the customer': refused,
  '403': refused,
  '404': 'not-offered',
  '500': 'utility-busy',
  '503, in 9 s': 'utility-busy, 9 s',
  'a page of the network': 'utility-busy',
}
const ofSession = { '401 of the customer': 'signed-out' }
const begunHere = { '404': 'code-expired' }
/** Where it is another than everywhere. */
const own: Partial<Record<OfficeChannel, Partial<Record<FaultName, string>>>> = {
  'registration.activate': begunHere,
  'signIn.renew': begunHere,
  'signIn.enter': { '401 of the customer': 'wrong-login' },
  'customerData.changePassword': ofSession,
  'customerData.askForEmail': ofSession,
  'customerData.confirmEmail': ofSession,
}

function describeAnswer(answer: Result<unknown>): string {
  if (answer.ok) return 'done'
  const { code, retryAfterSeconds, reason, fields = [] } = answer.problem
  const parts = [
    code,
    retryAfterSeconds !== undefined && `, ${retryAfterSeconds} s`,
    reason !== undefined && ` “${reason}”`,
    ...fields.map(({ field }) => ` at ${field}`),
  ]
  return parts.filter(Boolean).join('')
}

/** The code of the mail is read before anything fails. */
async function begun(channel: OfficeChannel): Promise<OfficeAtSandbox> {
  const office = await openOfficeAtSandbox()
  await office.begin[officeCalls[channel].after]()
  // So long that another code may be asked for.
  await office.stay(30)
  return office
}

describe('whatever the utility does instead of what it is asked is told in words of its own', () => {
  it.each(officeChannels)('of %s, which is done once it works again', async (channel) => {
    const office = await begun(channel)
    const { ask } = officeCalls[channel]
    const told: Partial<Record<FaultName, string>> = {}
    for (const [name, [kind, options]] of Object.entries(faults) as [FaultName, [FaultKind, FaultOptions]][]) {
      office.sandbox.faults.set(kind, { ...options, paths: OFFICE })
      told[name] = describeAnswer(await ask(office))
      // Slower than either side lets anybody guess.
      await office.stay(40)
    }
    expect(told).toEqual({ ...everywhere, ...own[channel] })
    office.sandbox.faults.set(null)
    expect(describeAnswer(await ask(office))).toBe('done')
  })
})

/** The mail by which somebody is told, of what is not done twice. */
const toldOnce: Partial<Record<OfficeChannel, string>> = {
  'registration.send': 'activation',
  'registration.activate': 'active',
  'signIn.renew': 'renewed',
  'customerData.changePassword': 'passwordChanged',
}

describe('an answer that was lost after the utility did the work', () => {
  it.each(officeChannels)('of %s: the same again ends well, and is done once', async (channel) => {
    const office = await begun(channel)
    const { ask } = officeCalls[channel]
    office.sandbox.faults.set('lostReply', { paths: OFFICE })
    expect(describeAnswer(await ask(office))).toBe('office-offline')
    office.sandbox.faults.set(null)
    await office.stay(30)
    expect(describeAnswer(await ask(office))).toBe('done')
    await office.sandbox.office.mail.whenSent()
    const occasion = toldOnce[channel]
    if (occasion !== undefined) expect(office.sandbox.office.mail.sent().filter((mail) => mail.occasion === occasion)).toHaveLength(1)
  })

  // The others are answered by 204, which has no shape.
  it.each([
    'registration.send',
    'registration.state',
    'registration.sendAgain',
    'registration.changeEmail',
    'signIn.enter',
    'signIn.askForRenewal',
    'customerData.askForEmail',
  ] as const)('of %s, or is none of the contract: the same again ends well', async (channel) => {
    const office = await begun(channel)
    for (const kind of ['otherShape', 'truncated'] as const) {
      office.sandbox.faults.set(kind, { paths: OFFICE, endsProperly: true })
      expect(describeAnswer(await officeCalls[channel].ask(office))).toBe('utility-busy')
      await office.stay(30)
    }
    office.sandbox.faults.set(null)
    expect(describeAnswer(await officeCalls[channel].ask(office))).toBe('done')
  })
})

/** With a code: what asks for it, what takes it, and how often in a row it is taken wrong. */
const withCode = {
  registration: (page: OfficeAtSandbox['page'], code: string) => page.call('registration.activate', { code, password: PASSWORD, passwordAgain: null }),
  renewal: (page: OfficeAtSandbox['page'], code: string) => page.call('signIn.renew', { code, password: PASSWORD }),
  emailChange: (page: OfficeAtSandbox['page'], code: string) => page.call('customerData.confirmEmail', { code }),
} as const
const codes = ['registration', 'renewal', 'emailChange'] as const

/** Another code, asked for as a person does. */
const askAgain = {
  registration: ({ page }: OfficeAtSandbox) => page.call('registration.sendAgain', {}),
  renewal: ({ page }: OfficeAtSandbox) => page.call('signIn.askForRenewal', { login }),
  emailChange: ({ page }: OfficeAtSandbox) => page.call('customerData.askForEmail', { email: NEW_EMAIL, password }),
}

describe('a code', () => {
  it.each(codes)('of a %s that was typed wrong five times is good no longer', async (what) => {
    const { page, begin, code } = await openOfficeAtSandbox()
    await begin[what]()
    const right = (await code[what]()).replace(' ', '')
    let wrong = right
    // The same wrong code again is the same try.
    for (let times = 0; times < 5; times += 1) expect(problemOf(await withCode[what](page, (wrong = anotherCode(wrong))))).toBe('wrong-code')
    expect(problemOf(await withCode[what](page, right))).toBe('code-expired')
  })

  it.each([
    // Both stay good for their time.
    ['registration', null],
    ['renewal', 'wrong-code'],
    ['emailChange', 'wrong-code'],
  ] as const)('of the first mail of a %s, after the second', async (what, problem) => {
    const office = await openOfficeAtSandbox()
    const { page, begin, code, stay } = office
    await begin[what]()
    const first = await code[what]()
    await stay(30)
    expect(await askAgain[what](office)).toMatchObject({ ok: true })
    const second = await code[what]()
    expect(second).not.toBe(first)
    expect(problemOf(await withCode[what](page, first))).toBe(problem)
    if (problem !== null) expect(await withCode[what](page, second)).toEqual(success({}))
  })

  it('that is typed while the customer’s own phone finishes the registration, whose page then opens nothing more', async () => {
    const { sandbox, page, begin, code, signsIn } = await openOfficeAtSandbox()
    await begin.registration()
    const typed = await code.registration()
    const link = /http\S+/u.exec(sandbox.office.mail.sent()[0]?.text ?? '')?.[0] ?? ''
    const finish = () => fetch(link, { method: 'POST', body: new URLSearchParams({ code: typed, password, repeated: password }) })
    expect([(await finish()).status, (await finish()).status]).toEqual([200, 410])
    // Whose words say that the account may be active; the kiosk looks every few seconds and says that it is.
    expect(await withCode.registration(page, typed)).toEqual(failure({ code: 'code-expired' }))
    expect(await page.call('registration.state', {})).toEqual(success({ status: 'active' }))
    expect([await signsIn(EMAIL, password), await signsIn(EMAIL, PASSWORD)]).toEqual([true, false])
  })
})

describe('who leaves without a word', () => {
  it.each([
    ['registration', 'not-found'],
    ['renewal', 'code-expired'],
    ['emailChange', 'not-allowed'],
  ] as const)('while a %s waits for its code leaves none of it to the next', async (what, problem) => {
    const { clock, page, kiosk, begin, code } = await openOfficeAtSandbox()
    await begin[what]()
    const typed = await code[what]()
    const { id } = kiosk.counter.current()
    await page.call('session.activity', { mode: 'form', accessible: false })
    clock.advance(151_000)
    expect(kiosk.counter.current().id).not.toBe(id)
    // The page says that it knows; what it sends is the next visitor's.
    await page.call('session.started', {})
    expect(problemOf(await withCode[what](page, typed))).toBe(problem)
    expect(await page.call('customerData.show', { accountId: mine.id, whole: true })).toEqual(failure({ code: 'not-allowed' }))
  })
})
