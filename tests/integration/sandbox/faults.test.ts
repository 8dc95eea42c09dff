import { Client, type Dispatcher } from 'undici'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../../../electron/sandbox/server.ts'
import { sampleLogins } from '../../../electron/sandbox/data/customers.ts'
import type { ChangePage } from '../../../shared/utility-api/generated/types.gen.ts'
import { zGetBranchResponse } from '../../../shared/utility-api/generated/zod.gen.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { requestToken } from '../../fixtures/sandbox/sandboxClient.ts'

let sandbox: Sandbox
let connection: Client
let headers: Record<string, string>

beforeEach(async () => {
  sandbox = await startSandbox({ accounts: 2, today: '2026-11-21' })
  headers = { authorization: `Bearer ${await requestToken(sandbox)}` }
  connection = new Client(sandbox.url)
})
afterEach(async () => {
  await connection.destroy()
  await sandbox.close()
})

const get = (path = '/v1/changes?limit=100'): Promise<Dispatcher.ResponseData> => connection.request({ method: 'GET', path, headers })
const status = async (path?: string): Promise<number> => {
  const answer = await get(path)
  await answer.body.dump()
  return answer.statusCode
}

describe('the sandbox told to be', () => {
  it('down cuts every connection, and is back when cleared', async () => {
    sandbox.faults.set('down')
    await expect(get()).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' })
    await expect(get('/v1/branch')).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' })
    await expect(requestToken(sandbox)).rejects.toThrow()
    sandbox.faults.set(null)
    expect(await status()).toBe(200)
  })

  it('slow answers only after what it waits for, and whole', async () => {
    const { promise: until, resolve: release } = Promise.withResolvers<void>()
    sandbox.faults.set('slow', { delayMilliseconds: 1, until })
    let answered = false
    const answer = get().then((got) => {
      answered = true
      return got
    })
    await eventually(() => expect(sandbox.faults.met()).toBe(1))
    expect(answered).toBe(false)
    release()
    expect(((await (await answer).body.json()) as ChangePage).changes).toHaveLength(100)
  })

  it('down cuts what is already connected', async () => {
    const { body } = await get('/v1/changes/poke')
    const cut = expect(body.text()).rejects.toThrow()
    sandbox.faults.set('down')
    await cut
  })

  it('slow may drip its answer', async () => {
    sandbox.faults.set('slow', { paths: /branch/, dripBytes: 16, dripMilliseconds: 1 })
    const { body } = await get('/v1/branch')
    let pieces = 0
    let text = ''
    for await (const piece of body.setEncoding('utf8')) {
      pieces += 1
      text += piece
    }
    expect(pieces).toBeGreaterThan(3)
    expect(JSON.parse(text)).toMatchObject({ folioSeries: 'K07' })
  })

  it('answering with a status gives it, with any Retry-After', async () => {
    sandbox.faults.set('status')
    expect(await status()).toBe(503)
    for (const retryAfter of ['120', 'Wed, 21 Oct 2015 07:28:00 GMT', 'soon']) {
      sandbox.faults.set('status', { status: 429, retryAfter })
      const answer = await get()
      expect(answer.statusCode).toBe(429)
      expect(answer.headers['retry-after']).toBe(retryAfter)
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
      await expect(answer.body.json()).resolves.toMatchObject({ status: 429 })
    }
  })

  it('truncating promises a length and breaks off', async () => {
    sandbox.faults.set('truncated')
    const answer = await get()
    expect(answer.statusCode).toBe(200)
    expect(Number(answer.headers['content-length'])).toBeGreaterThan(1_000)
    await expect(answer.body.text()).rejects.toThrow()
  })

  it('truncating may end as if it were whole', async () => {
    sandbox.faults.set('truncated', { endsProperly: true })
    const text = await (await get()).body.text()
    expect(text).toMatch(/^\{"changes":/)
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError)
  })

  it('garbage answers 200 with a page of HTML', async () => {
    sandbox.faults.set('garbage')
    const answer = await get()
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toContain('text/html')
    expect(await answer.body.text()).toContain('<html')
  })

  it('answering with a status names the problem that it is told', async () => {
    sandbox.faults.set('status', { status: 410, problem: 'registration-expired' })
    const answer = await get('/v1/registrations/x')
    expect(answer.statusCode).toBe(410)
    await expect(answer.body.json()).resolves.toMatchObject({ status: 410, type: 'urn:problem:registration-expired' })
  })

  it('answering in another shape does so after the work, and no answer of the contract is left', async () => {
    sandbox.faults.set('otherShape', { paths: /branch/ })
    const answer = await get('/v1/branch')
    expect(answer.statusCode).toBe(200)
    const body = await answer.body.json()
    expect(body).toMatchObject({ folioSeries: { value: 'K07' } })
    expect(zGetBranchResponse.safeParse(body).success).toBe(false)
  })

  it('losing its reply cuts the connection also where the answer has no body', async () => {
    const signIn = { method: 'POST', path: '/v1/sessions', headers: { ...headers, 'content-type': 'application/json' } } as const
    const { login, password } = sampleLogins.registered
    const { body } = await connection.request({ ...signIn, body: JSON.stringify({ login, password }) })
    const { sessionId, sessionToken } = (await body.json()) as { sessionId: string; sessionToken: string }
    const signOut = () => connection.request({ method: 'DELETE', path: `/v1/sessions/${sessionId}`, headers: { ...headers, 'customer-session': sessionToken } })
    sandbox.faults.set('lostReply', { times: 1 })
    await expect(signOut()).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' })
    expect(sandbox.office.sessions.authorize(sessionId, sessionToken).ok).toBe(false)
    expect((await signOut()).statusCode).toBe(204)
  })

  it('losing its reply cuts the connection after the work', async () => {
    sandbox.faults.set('lostReply')
    await expect(get()).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' })
  })
})

describe('a fault', () => {
  it('meets only the paths it is for', async () => {
    sandbox.faults.set('status', { status: 500, paths: /^\/v1\/branch$/ })
    expect(await status('/v1/branch?x=1')).toBe(500)
    expect(await status()).toBe(200)
    expect(sandbox.faults.met()).toBe(1)
  })

  it('meets only so many requests', async () => {
    sandbox.faults.set('status', { times: 2 })
    expect([await status(), await status(), await status()]).toEqual([503, 503, 200])
  })

  it('is replaced by the next', async () => {
    sandbox.faults.set('status', { status: 500 })
    sandbox.faults.set('status', { status: 502 })
    expect(await status()).toBe(502)
  })
})
