import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { sampleLogins } from '../../../electron/sandbox/data/customers.ts'
import { accountId } from '../../../electron/sandbox/sample/account.ts'
import { elsewhereIndex } from '../../../electron/sandbox/sample/elsewhere.ts'
import { zChangePage } from '../../../shared/utility-api/generated/zod.gen.ts'
import { anotherCode, openOffice, PASSWORD, problemOf } from '../../fixtures/sandbox/customerOffice.ts'
import { commandOf } from '../../fixtures/sandbox/commandOf.ts'

const { registered, former } = sampleLogins
const MINE = accountId(0)
const ELSEWHERE = accountId(elsewhereIndex)
const FORMER_EMAIL = 'diego.serrato@example.com'

async function signedIn() {
  const office = await openOffice({ accounts: 6 })
  const { body: session } = await office.signIn(registered.login, registered.password)
  const { sessionId, sessionToken } = session
  const at = (part: string): string => `/v1/sessions/${sessionId}${part}`
  const as = (part: string, token = sessionToken) => office.ofSession({ sessionToken: token }, `/v1/sessions/{sessionId}${part}`)
  return {
    ...office,
    session,
    signOut: (token?: string) => office.call('DELETE', at(''), null, null, as('', token)),
    change: (current: string, password: string, token?: string) => office.call('PUT', at('/password'), { current, password }, null, as('/password', token)),
    confirm: (code: string) => office.call('PUT', at('/email'), { code }, null, as('/email')),
    read: (account: string, token?: string) =>
      office.call('GET', at(`/accounts/${account}/changes`), null, zChangePage, as('/accounts/{accountId}/changes', token)),
  }
}

describe('signing in', () => {
  it('tells who it is, their accounts, and when they were here last', async () => {
    const office = await openOffice()
    const first = await office.signIn(registered.login, registered.password)
    expect(first).toMatchObject({ status: 200, body: { name: 'Patricia Pedroza Abreu', accountIds: [MINE, ELSEWHERE], lastSignInAt: null } })
    const second = await office.signIn(registered.login, registered.password)
    expect(second.body.lastSignInAt).toMatch(/^20/)
    expect(second.body.sessionId).not.toBe(first.body.sessionId)
  })

  it('answers the same for a login that is nobody’s and for a wrong password', async () => {
    const office = await openOffice()
    const answers = [
      await office.signIn('nobody@example.com', PASSWORD),
      await office.signIn(registered.login, PASSWORD),
      await office.signIn(former.login, PASSWORD),
    ]
    for (const { status, body, headers } of answers) {
      expect([status, body, headers['www-authenticate']]).toEqual([401, answers[0]?.body, 'Customer-Session'])
    }
  })

  it.each([registered.login, 'nobody@example.com'])('is refused for a while after five wrong passwords for %s', async (login) => {
    const office = await openOffice()
    for (let count = 0; count < 5; count++) expect((await office.signIn(login, PASSWORD)).status).toBe(401)
    const answer = await office.signIn(login.toUpperCase(), registered.password)
    expect(problemOf(answer)).toEqual([429, 'too-many-requests'])
    expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(300)
  })

  it('sends whoever comes from the former portal to a renewal', async () => {
    const office = await openOffice()
    const answer = await office.signIn(former.login, former.password)
    expect(problemOf(answer)).toEqual([403, 'renewal-required'])
    expect(answer.body.maskedEmail).toBe('d••••••@example.com')
    const [code = ''] = await office.codesTo(FORMER_EMAIL)
    expect((await office.renew(answer.body.renewalId ?? '', code)).status).toBe(204)
    expect(await office.newestMail()).toMatchObject({ occasion: 'renewed', to: FORMER_EMAIL, text: expect.stringContaining(FORMER_EMAIL) })
    expect((await office.signIn(former.login, PASSWORD)).status).toBe(401)
    expect((await office.signIn(FORMER_EMAIL, PASSWORD)).status).toBe(200)
  })
})

describe('a renewal', () => {
  it('is answered the same whether or not the login is somebody’s, and never ends for nobody', async () => {
    const office = await openOffice()
    const [known, unknown] = [await office.requestRenewal(registered.login), await office.requestRenewal('nobody@example.com')]
    expect([unknown.status, Object.keys(unknown.body)]).toEqual([known.status, Object.keys(known.body)])
    expect(unknown.body.renewalId).toHaveLength(known.body.renewalId.length)
    await office.newestMail()
    expect(office.sandbox.office.mail.sent()).toHaveLength(1)
    for (const { body } of [known, unknown]) expect(problemOf(await office.renew(body.renewalId, 'abcdef'))).toEqual([422, 'wrong-code'])
  })

  it('ends well again under the same key after a lost reply, ends open sessions, and is over after that', async () => {
    const { requestRenewal, codesTo, renew, sandbox, signIn, read } = await signedIn()
    const { renewalId } = (await requestRenewal(registered.login)).body
    const [code = ''] = await codesTo(registered.login)
    expect(problemOf(await renew(renewalId, code, 'corta'))).toEqual([422, 'weak-password'])
    const key = randomUUID()
    sandbox.faults.set('lostReply', { paths: /password-renewals/, times: 1 })
    await expect(renew(renewalId, code, PASSWORD, key)).rejects.toThrow()
    expect((await renew(renewalId, code, PASSWORD, key)).status).toBe(204)
    expect(problemOf(await renew(renewalId, code))).toEqual([410, 'renewal-expired'])
    expect(problemOf(await read(MINE))).toEqual([401, 'session-ended'])
    expect((await signIn(registered.login, registered.password)).status).toBe(401)
    expect((await signIn(registered.login, PASSWORD)).status).toBe(200)
  })

  it('is over after five wrong codes, and when its time is', async () => {
    const office = await openOffice()
    const { renewalId } = (await office.requestRenewal(registered.login)).body
    const [code = ''] = await office.codesTo(registered.login)
    for (let count = 0; count < 5; count++) expect(problemOf(await office.renew(renewalId, anotherCode(code)))).toEqual([422, 'wrong-code'])
    expect(problemOf(await office.renew(renewalId, code))).toEqual([410, 'renewal-expired'])
    const late = (await office.requestRenewal(registered.login)).body.renewalId
    const [fresh = ''] = await office.codesTo(registered.login)
    office.sandbox.office.expireCodes()
    expect(problemOf(await office.renew(late, fresh))).toEqual([410, 'renewal-expired'])
    expect(problemOf(await office.renew('x', fresh))).toEqual([410, 'renewal-expired'])
  })

  it.each([registered.login, 'nobody@example.com'])('is asked for five times at most in a quarter of an hour for %s', async (login) => {
    const office = await openOffice()
    for (let count = 0; count < 5; count++) expect((await office.requestRenewal(login)).status).toBe(202)
    expect((await office.requestRenewal(login)).status).toBe(429)
  })
})

describe('a session', () => {
  it('opens the customer’s accounts alone, also one that the branch’s feed does not hold', async () => {
    const { read, client } = await signedIn()
    const { changes } = (await read(ELSEWHERE)).body
    expect(new Set(changes.map(({ entity }) => entity))).toEqual(new Set(['account', 'invoice', 'movement', 'reading', 'payment', 'request']))
    for (const { entity, op, id, data } of changes) expect([op, entity === 'account' ? id : data?.accountId]).toEqual(['upsert', ELSEWHERE])
    const fed = await client.changes()
    expect(fed.changes.filter(({ id, data }) => id === ELSEWHERE || data?.accountId === ELSEWHERE)).toEqual([])
    expect((await read(MINE)).status).toBe(200)
    expect(problemOf(await read(accountId(1)))).toEqual([404, 'no-account'])
    expect(problemOf(await read('x'))).toEqual([404, 'no-account'])
  })

  it('tells of what was filed for such an account there, and never in the feed', async () => {
    const { read, client, session } = await signedIn()
    const { cursor } = await client.changes()
    const command = commandOf(ELSEWHERE, { kind: 'contactDetails', payload: { phone: '81 5555 0000' } })
    const actor = { kind: 'customer' as const, customerId: session.customerId, sessionId: session.sessionId }
    expect((await client.deliver({ ...command, actor })).status).toBe(201)
    const account = (await read(ELSEWHERE)).body.changes.find(({ entity }) => entity === 'account')
    expect(account).toMatchObject({ rev: 2, data: { phone: '81 5555 0000' } })
    expect((await client.changes(cursor)).changes).toEqual([])
  })

  it('ends, twice as well as once, and opens nothing afterwards', async () => {
    const { signOut, read, change } = await signedIn()
    expect(problemOf(await signOut('wrong'))).toEqual([401, 'session-ended'])
    expect((await read(MINE)).status).toBe(200)
    expect((await signOut()).status).toBe(204)
    expect((await signOut()).status).toBe(204)
    expect(problemOf(await read(MINE))).toEqual([401, 'session-ended'])
    expect(problemOf(await change(registered.password, PASSWORD))).toEqual([401, 'session-ended'])
  })

  it('is ended by the utility after twenty minutes', async () => {
    let elapsed = 0
    const office = await openOffice({ clock: { now: () => Date.parse('2026-11-21T18:00:00Z'), elapsed: () => elapsed, after: () => () => undefined } })
    const { body: session } = await office.signIn(registered.login, registered.password)
    const template = '/v1/sessions/{sessionId}/accounts/{accountId}/changes'
    const read = () => office.call('GET', `/v1/sessions/${session.sessionId}/accounts/${MINE}/changes`, null, zChangePage, office.ofSession(session, template))
    elapsed = 20 * 60_000 - 1
    expect((await read()).status).toBe(200)
    elapsed += 1
    expect(problemOf(await read())).toEqual([401, 'session-ended'])
  })
})

describe('who is signed in', () => {
  it('changes the password with the old one; the mail tells, and other sessions end', async () => {
    const { change, signIn, newestMail, read, sandbox, call, ofSession } = await signedIn()
    const other = (await signIn(registered.login, registered.password)).body
    expect(await change(PASSWORD, PASSWORD)).toMatchObject({ status: 422, body: { type: 'urn:problem:wrong-password', errors: [{ pointer: '/current' }] } })
    expect(problemOf(await change(registered.password, 'patricia.pedroza'))).toEqual([422, 'weak-password'])
    sandbox.faults.set('lostReply', { paths: /password$/, times: 1 })
    await expect(change(registered.password, PASSWORD)).rejects.toThrow()
    expect((await change(registered.password, PASSWORD)).status).toBe(204)
    expect(await newestMail()).toMatchObject({ occasion: 'passwordChanged', to: registered.login })
    expect(sandbox.office.mail.sent()).toHaveLength(1)
    expect((await read(MINE)).status).toBe(200)
    expect((await call('DELETE', `/v1/sessions/${other.sessionId}`, null, null, ofSession(other, '/v1/sessions/{sessionId}'))).status).toBe(204)
    expect((await signIn(registered.login, registered.password)).status).toBe(401)
    expect((await signIn(registered.login, PASSWORD)).status).toBe(200)
  })

  it('is asked for the password five times at most', async () => {
    const { change } = await signedIn()
    for (let count = 0; count < 5; count++) expect(problemOf(await change(PASSWORD, PASSWORD))).toEqual([422, 'wrong-password'])
    expect(problemOf(await change(registered.password, PASSWORD))).toEqual([429, 'too-many-requests'])
  })

  it('changes the address with a code at the new one, and a notice at the old one', async () => {
    const { session, askEmail, confirm, codesTo, sandbox, signIn } = await signedIn()
    const fresh = 'patricia@example.org'
    expect(problemOf(await confirm('123456'))).toEqual([410, 'email-change-expired'])
    expect(problemOf(await askEmail(session, fresh, PASSWORD))).toEqual([422, 'wrong-password'])
    expect(problemOf(await askEmail(session, 'patricia', registered.password))).toEqual([422, 'invalid-email'])
    expect(await askEmail(session, fresh, registered.password)).toMatchObject({
      status: 202,
      body: { maskedEmail: 'p••••••@example.org' },
    })
    const [code = ''] = await codesTo(fresh)
    const notice = sandbox.office.mail.sent().find(({ to }) => to === registered.login)
    expect(notice).toMatchObject({ occasion: 'emailChangeNotice', text: expect.stringContaining('p••••••@example.org') })
    expect(problemOf(await confirm(anotherCode(code)))).toEqual([422, 'wrong-code'])
    expect((await confirm(code)).status).toBe(204)
    expect((await confirm(code)).status).toBe(204)
    expect((await signIn(registered.login, registered.password)).status).toBe(401)
    expect((await signIn(fresh, registered.password)).status).toBe(200)
  })

  it('hears nothing of an address that is registered; only its owner does', async () => {
    const { session, askEmail, confirm, newestMail, register, sandbox } = await signedIn()
    const taken = 'ana.mendez@example.com'
    await register({
      zoneId: 'zona-nuevo-laredo',
      accountNumber: '8295249',
      holderKind: 'person',
      invoiceNumber: 'ZE40389382',
      password: PASSWORD,
      email: taken,
      consents: [{ legalTextId: 'condiciones-es-mx', version: '2026-01', at: '2026-11-21T18:00:00Z' }],
    })
    expect((await askEmail(session, taken, registered.password)).status).toBe(202)
    await newestMail()
    expect(sandbox.office.mail.sent().find(({ to }) => to === taken)).toMatchObject({ occasion: 'emailTaken' })
    expect(problemOf(await confirm('123456'))).toEqual([422, 'wrong-code'])
  })

  it('files commands for their own accounts alone, in their own session', async () => {
    const { session, client } = await signedIn()
    const { customerId, sessionId } = session
    const file = async (account: string, actor: object) =>
      (await client.deliver<{ type?: string }>({ ...commandOf(account, { kind: 'contactDetails', payload: {} }), actor: { kind: 'customer', ...actor } })).body
        .type
    expect(await file(MINE, { customerId, sessionId })).toBeUndefined()
    expect(await file(MINE, { customerId: 'somebody', sessionId })).toBe('urn:problem:not-in-this-session')
    expect(await file(accountId(1), { customerId, sessionId })).toBe('urn:problem:not-their-account')
    expect(await file(accountId(1), { customerId: 'of an earlier run', sessionId: 'of an earlier run' })).toBeUndefined()
  })
})
