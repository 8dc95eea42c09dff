import type { IncomingMessage, ServerResponse } from 'node:http'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createApiClient, type ApiClient } from '../../electron/api/client.ts'
import { systemClock } from '../../electron/clock.ts'
import { officeProblem } from '../../electron/customers/officeFailure.ts'
import { eventually } from '../fixtures/eventually.ts'
import { credentials, sendJson, startFakeUtility, type FakeUtility } from '../fakes/utility.ts'

const ana = { login: 'ana@correo.mx', password: 'tres palabras sueltas' }
const session = { customerId: 'c', name: 'Ana', email: 'ana@correo.mx', accountIds: ['a'], sessionId: 's', sessionToken: 'secreto' }
const refusal = (status: number, type: string, more: object = {}) => ({ type: `urn:problem:${type}`, title: 'No', status, ...more })

let utility: FakeUtility
let api: ApiClient
let logged: string[]
beforeEach(async () => {
  utility = await startFakeUtility()
  logged = []
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) })
  api = createApiClient({ ...credentials, baseUrl: utility.baseUrl, log, clock: systemClock })
})
afterEach(async () => {
  await api.close()
  await utility.close()
})

/** The online office answers like this; the rest of the utility is as ever. */
const answering = (answer: (response: ServerResponse, request: IncomingMessage) => void): void => {
  utility.intercept = (request, response) => {
    if (!request.url?.startsWith('/v1/sessions') && !request.url?.startsWith('/v1/registrations')) return false
    answer(response, request)
    return true
  }
}
const asked = (path: string): number => utility.requests.filter((asked) => asked === path).length
const fails = async (): Promise<unknown> => {
  const outcome = await api.customers.signIn(ana)
  return outcome.ok ? outcome : officeProblem(outcome)
}

describe('a 401', () => {
  it.each([{}, refusal(401, 'wrong-credentials')])('of the customer is asked once, whatever it says (%j), and costs no token', async (body) => {
    answering((response) => sendJson(response, 401, body))
    expect(await api.customers.signIn(ana)).toMatchObject({ ok: false, failure: 'refused', status: 401 })
    expect([asked('/v1/sessions'), asked('/oauth/token')]).toEqual([1, 1])
  })

  it('of a token that is no longer known is mended, and the customer is signed in', async () => {
    const good = new Set(['Bearer t2'])
    utility.intercept = (request, response) => {
      if (request.url === '/oauth/token' || good.has(request.headers.authorization ?? '')) {
        if (request.url !== '/v1/sessions') return false
        sendJson(response, 200, session)
        return true
      }
      sendJson(response, 401, refusal(401, 'unauthorized'))
      return true
    }
    expect(await api.customers.signIn(ana)).toMatchObject({ ok: true, value: { name: 'Ana' } })
    expect(asked('/oauth/token')).toBe(2)
  })

  it('of a utility that knows this kiosk no longer is nobody’s wrong password', async () => {
    utility.intercept = (request, response) => {
      if (request.url === '/oauth/token') return false
      sendJson(response, 401, refusal(401, 'unauthorized'))
      return true
    }
    expect(await api.customers.signIn(ana)).toMatchObject({ ok: false, failure: 'unauthorized' })
  })
})

describe('what is told of an answer that is none', () => {
  it.each([
    ['a wait in seconds', 429, {}, { 'retry-after': '7' }, { code: 'office-throttled', retryAfterSeconds: 7 }],
    ['a wait without an end', 429, {}, {}, { code: 'office-throttled', retryAfterSeconds: 30 }],
    ['later', 503, {}, { 'retry-after': '9' }, { code: 'utility-busy', retryAfterSeconds: 9 }],
    ['a first one still under way', 409, refusal(409, 'in-progress'), {}, { code: 'utility-busy' }],
    ['its own fault', 500, {}, {}, { code: 'utility-busy' }],
    ['no such address', 404, {}, {}, { code: 'not-offered' }],
    ['a reason of its own', 422, refusal(422, 'moon', { detail: 'Hay luna llena.' }), {}, { code: 'office-refused', reason: 'Hay luna llena.' }],
    ['a weak password', 422, refusal(422, 'weak-password', { detail: 'Muy corta.' }), {}, { code: 'password-refused', reason: 'Muy corta.' }],
    ['another password than theirs', 422, refusal(422, 'wrong-password', { detail: 'No es.' }), {}, { code: 'wrong-password' }],
    ['a code that is over', 410, {}, {}, { code: 'code-expired' }],
    ['a renewal without a name', 403, refusal(403, 'renewal-required'), {}, { code: 'office-refused' }],
    [
      'a renewal whose name leads elsewhere',
      403,
      refusal(403, 'renewal-required', { renewalId: '..', maskedEmail: 'a••@b.mx' }),
      {},
      { code: 'office-refused' },
    ],
  ])('%s', async (_what, status, body, headers, told) => {
    answering((response) => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
      sendJson(response, status, body)
    })
    expect(await fails()).toMatchObject(told)
  })

  it('a reason of few letters with many marks is told like every other', async () => {
    const detail = 'a\u0301\u0302\u0303\u0304'.repeat(400)
    answering((response) => sendJson(response, 422, refusal(422, 'moon', { detail })))
    expect(await fails()).toMatchObject({ code: 'office-refused', reason: expect.stringMatching(/^.{600,}$/su) as string })
  })

  it('a type without an end keeps nobody waiting: its last word is looked for at its end alone', async () => {
    answering((response) => sendJson(response, 422, { ...refusal(422, 'moon'), type: `${'a'.repeat(500_000)}!` }))
    expect(await fails()).toMatchObject({ code: 'office-refused' })
    answering((response) => sendJson(response, 422, { ...refusal(422, 'moon'), type: `https://${'a'.repeat(500_000)}/wrong-code` }))
    expect(await fails()).toMatchObject({ code: 'wrong-code' })
  })

  it('a web page, whatever its status, refuses nothing', async () => {
    for (const status of [200, 401, 403, 422]) {
      answering((response) => response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>Wi-Fi</h1>'))
      expect(await fails()).toMatchObject({ code: 'utility-busy' })
    }
  })
})

describe('a good answer', () => {
  it.each([{ sessionToken: 'a\r\nb' }, { sessionToken: '' }, { sessionId: '' }, { customerId: '' }, { sessionId: '\ud800' }, { sessionId: '..' }])(
    'is none where it cannot be used: %j',
    async (wrong) => {
      answering((response) => sendJson(response, 200, { ...session, ...wrong }))
      expect(await api.customers.signIn(ana)).toMatchObject({ ok: false, failure: 'not-an-answer' })
    },
  )

  it('names each account once, and none that is no name', async () => {
    answering((response) => sendJson(response, 200, { ...session, accountIds: ['a', 'a', '', null, 'b', 7, 'a', '..'] }))
    const outcome = await api.customers.signIn(ana)
    expect(outcome.ok && outcome.value.accountIds).toEqual(['a', 'b'])
  })

  it('that is not understood leaves nobody signed in at the utility', async () => {
    const calls: string[] = []
    answering((response, { method, url, headers }) => {
      calls.push([method, url, headers['customer-session']].join(' '))
      sendJson(response, 200, { ...session, name: 7 })
    })
    expect(await api.customers.signIn(ana)).toMatchObject({ ok: false, failure: 'not-an-answer' })
    await eventually(() => expect(calls).toEqual(['POST /v1/sessions ', 'DELETE /v1/sessions/s secreto']))
  })

  it('with more accounts than anybody has shows the first of them', async () => {
    answering((response) => sendJson(response, 200, { ...session, accountIds: Array.from({ length: 10_000 }, (_, id) => `a-${id}`) }))
    const outcome = await api.customers.signIn(ana)
    expect(outcome.ok && outcome.value.accountIds).toHaveLength(500)
  })

  it('that is empty is a 204 and nothing else', async () => {
    answering((response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('Bienvenido al Wi-Fi'))
    expect(await api.customers.signOut({ sessionId: 's', sessionToken: 't' })).toMatchObject({ ok: false, failure: 'not-an-answer' })
  })

  it('has every text bounded, and none of it in the log', async () => {
    answering((response) => sendJson(response, 200, { ...session, name: `Ana\n${'x'.repeat(1_000_000)}` }))
    const outcome = await api.customers.signIn(ana)
    expect(outcome.ok && outcome.value.name.length).toBeLessThanOrEqual(200)
    expect(logged.join('')).not.toMatch(/ana@correo|tres palabras|secreto|xxxx/)
  })

  it.each(['javascript:alert(1)', 'http://evil.example/a', 'https://user@evil.example/a', 'not a url', ''])('sends no phone to %s', async (activationUrl) => {
    const state = { registrationId: 'r', status: 'awaitingActivation', maskedEmail: 'a••@x.mx', expiresAt: '2026-11-21T17:00:00Z', activationUrl }
    answering((response) => sendJson(response, 200, state))
    expect(await api.customers.getRegistration('r')).toMatchObject({ ok: true, value: { activationUrl: null, codeLength: 6 } })
  })

  it('of a sign-out is sent under the customer’s own secret, in the utility’s own path', async () => {
    let heard: (string | string[] | undefined)[] = []
    answering((response, request) => {
      heard = [request.method, request.url, request.headers['customer-session']]
      response.writeHead(204).end()
    })
    expect(await api.customers.signOut({ sessionId: 'a/../b', sessionToken: 'secreto' })).toEqual({ ok: true, value: null })
    expect(heard).toEqual(['DELETE', '/v1/sessions/a%2F..%2Fb', 'secreto'])
  })
})
