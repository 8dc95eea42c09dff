import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { fakeClock, type FakeClock } from '../../fakes/clock.ts'
import { credentials, sendJson, startFakeUtility, type FakeUtility } from '../../fakes/utility.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { temporaryFolder } from '../../fixtures/shell/loopback.ts'
import { question, startOutboxKiosk, type OutboxKiosk } from '../../fixtures/outbox/outboxKiosk.ts'

interface Delivered {
  key: string
  contentType: string
  body: Buffer
}
type Answer = (response: ServerResponse, id: string) => void

let utility: FakeUtility
let clock: FakeClock
/** What arrived, in order. */
let arrived: Delivered[]
/** How the next deliveries are answered; then with a receipt. */
let answers: Answer[]

beforeEach(async () => {
  utility = await startFakeUtility()
  clock = fakeClock()
  arrived = []
  answers = []
  utility.intercept = (request, response) => {
    if (request.url !== '/v1/commands') return false
    void take(request, response)
    return true
  }
})
afterEach(() => utility.close())

async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const key = String(request.headers['idempotency-key'])
  const body = Buffer.concat(await request.toArray())
  arrived.push({ key, contentType: String(request.headers['content-type']), body })
  const answer = answers.shift() ?? accepted
  answer(response, key)
}

const receipt = (commandId: string) => ({ commandId, folio: 'S-1', receivedAt: '2026-11-21T16:43:00Z', answerDueOn: '2026-12-01' })
const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(status, { 'content-type': status < 300 ? 'application/json' : 'application/problem+json', ...headers }).end(JSON.stringify(body))
const accepted: Answer = (response, id) => json(201, receipt(id))(response, id)
const html =
  (status: number): Answer =>
  (response) =>
    response.writeHead(status, { 'content-type': 'text/html' }).end('<html>Bienvenido al Wi-Fi</html>')
const problem = (status: number, headers: Record<string, string> = {}): Answer =>
  json(status, { type: 'urn:problem:as-told', title: 'No se pudo', status, detail: 'Porque no' }, headers)

/** Half of the longest wait each time. */
const kioskHere = (): OutboxKiosk => startOutboxKiosk({ utility: { ...credentials, baseUrl: utility.baseUrl }, clock, random: () => 0.5 })
const attempts = (kiosk: OutboxKiosk, id: string, count: number) => eventually(() => expect(kiosk.command(id)).toMatchObject({ attempts: count }))

describe('an answer', () => {
  it('200 and 201 with a receipt deliver, and what the utility says of it is kept', async () => {
    const kiosk = kioskHere()
    answers = [(response, id) => json(200, receipt(id), { 'idempotency-replayed': 'true' })(response, id)]
    const filed = [kiosk.file(), kiosk.file()]
    await eventually(() => expect(kiosk.outbox.status().pending).toBe(0))
    for (const { id, body } of filed) {
      expect(kiosk.command(id)).toMatchObject({
        state: 'delivered',
        attempts: 1,
        utilityFolio: 'S-1',
        receivedAt: '2026-11-21T16:43:00Z',
        answerDueOn: '2026-12-01',
      })
      expect(arrived.find(({ key }) => key === id)).toEqual({ key: id, contentType: 'application/json', body })
    }
  })

  it.each([400, 403, 404, 413, 422])('%i sets aside with its reason, at once', async (status) => {
    const kiosk = kioskHere()
    answers = [problem(status)]
    const { id } = kiosk.file()
    await eventually(() => expect(kiosk.command(id).state).toBe('refused'))
    expect(kiosk.command(id)).toMatchObject({ attempts: 1, refusal: { code: 'as-told', detail: 'Porque no' } })
    expect(kiosk.outbox.status()).toMatchObject({ pending: 0, refused: 1 })
  })

  it.each([
    ['408', problem(408)],
    ['409', problem(409)],
    ['429', problem(429)],
    ['500', problem(500)],
    ['502', problem(502)],
    ['503', problem(503)],
    ['504', problem(504)],
    ['407 of a proxy', problem(407)],
    ['421', problem(421)],
    ['425', problem(425)],
    ['410 that says nothing', json(410, {})],
    ['302 of a captive portal', (response) => response.writeHead(302, { location: 'http://portal.example/' }).end()],
    ['202', json(202, {})],
    ['204', (response) => response.writeHead(204).end()],
    ['S28 200 with HTML', html(200)],
    ['S28 201 with HTML', html(201)],
    ['S28 200 with HTML that is called JSON', (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('<html>')],
    ['S28 403 with HTML', html(403)],
    ['S28 404 with HTML', html(404)],
    ['the receipt of another command', json(201, receipt('01a1fccb-0b81-71e2-aa44-60dc267233b3'))],
    ['a receipt that is none', json(201, { commandId: 'x' })],
    ['a truncated receipt', (response, id) => response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(receipt(id)).slice(0, -5))],
    [
      'a body that breaks off',
      (response) => {
        response.writeHead(201, { 'content-type': 'application/json', 'content-length': '500' }).write('{"commandId":')
        setImmediate(() => response.destroy())
      },
    ],
    ['a connection that is cut', (response) => response.destroy()],
  ])('%s is no acknowledgement: the same bytes are given again', async (_name, answer) => {
    const kiosk = kioskHere()
    answers = [answer]
    const { id, body } = kiosk.file()
    await attempts(kiosk, id, 1)
    expect(kiosk.command(id).state).toBe('pending')
    clock.advance(500)
    await attempts(kiosk, id, 2)
    expect(kiosk.command(id).state).toBe('delivered')
    expect(arrived).toEqual(Array(2).fill({ key: id, contentType: 'application/json', body }))
  })

  it('401 is answered with a new token once, then waits like any other failure', async () => {
    const kiosk = kioskHere()
    answers = [problem(401), problem(401)]
    const { id } = kiosk.file()
    await attempts(kiosk, id, 1)
    expect(arrived).toHaveLength(2)
    expect(utility.requests.filter((path) => path === '/oauth/token')).toHaveLength(2)
    expect(kiosk.command(id).state).toBe('pending')
    clock.advance(500)
    await attempts(kiosk, id, 2)
    expect(kiosk.command(id).state).toBe('delivered')
  })

  it('a 4xx that the specification does not list is final when the utility says why', async () => {
    const kiosk = kioskHere()
    answers = [problem(410), problem(451)]
    const filed = [kiosk.file(), kiosk.file()]
    await eventually(() => expect(kiosk.outbox.status()).toMatchObject({ pending: 0, refused: 2 }))
    expect(filed.map(({ id }) => kiosk.command(id).refusal?.code)).toEqual(['as-told', 'as-told'])
  })

  it.each([
    ['https://utility.example/problems/late', { code: 'late', detail: 'Tarde' }],
    ['about:blank', { code: 'http-422', detail: 'Tarde' }],
    [`urn:problem:${'x'.repeat(500)}`, { code: 'x'.repeat(64), detail: 'Tarde' }],
    ['<script>', { code: 'http-422', detail: 'Tarde' }],
  ])('the reason %s is kept short', async (type, refusal) => {
    const kiosk = kioskHere()
    answers = [json(422, { type, title: 'Tarde', status: 422 })]
    const { id } = kiosk.file()
    await eventually(() => expect(kiosk.command(id).refusal).toEqual(refusal))
  })

  it('a reason of any length is bounded, and says where', async () => {
    const kiosk = kioskHere()
    const errors = [{ pointer: '/payload/text', detail: 'too long' }]
    answers = [
      json(422, { type: 'urn:problem:invalid', title: 'T', status: 422, detail: 'D', errors }),
      json(400, { type: 'urn:problem:x', title: 'y'.repeat(9_000), status: 400 }),
      json(400, 'no problem'),
    ]
    const ids = [kiosk.file(), kiosk.file(), kiosk.file()].map(({ id }) => id)
    await eventually(() => expect(kiosk.outbox.status().refused).toBe(3))
    const details = ids.map((id) => kiosk.command(id).refusal).toSorted((one, other) => (one?.code ?? '').localeCompare(other?.code ?? ''))
    expect(details).toEqual([
      { code: 'http-400', detail: '' },
      { code: 'invalid', detail: 'D\n/payload/text: too long' },
      { code: 'x', detail: 'y'.repeat(1_000) },
    ])
  })
})

describe('S25 when the utility asks for time', () => {
  it.each([
    [429, '7', 7_000],
    [503, '7', 7_000],
    [409, '7', 7_000],
    [503, 'Sat, 21 Nov 2026 16:42:20 GMT', 20_000],
    [429, '31536000', 300_000],
    [503, 'Mon, 21 Nov 2126 16:42:00 GMT', 300_000],
  ])('%i with Retry-After %s is obeyed, bounded, and not all kiosks at once', async (status, retryAfter, asked) => {
    const kiosk = kioskHere()
    answers = [problem(status, { 'retry-after': retryAfter })]
    const { id } = kiosk.file()
    await attempts(kiosk, id, 1)
    kiosk.outbox.wake()
    // An eighth more with a die that always falls in the middle.
    clock.advance(asked * 1.125 - 1)
    expect(kiosk.begun).toHaveLength(1)
    clock.advance(1)
    await attempts(kiosk, id, 2)
    expect(kiosk.command(id).state).toBe('delivered')
  })

  it.each(['0', 'Sat, 21 Nov 2020 16:42:00 GMT', 'soon', '-5', ''])('with %j it waits as after any failure, and a wake cuts that short', async (retryAfter) => {
    const kiosk = kioskHere()
    answers = [problem(503, { 'retry-after': retryAfter }), problem(503, { 'retry-after': retryAfter })]
    const { id } = kiosk.file()
    await attempts(kiosk, id, 1)
    clock.advance(499)
    expect(kiosk.begun).toHaveLength(1)
    clock.advance(1)
    await attempts(kiosk, id, 2)
    kiosk.outbox.wake()
    await attempts(kiosk, id, 3)
    expect(kiosk.command(id).state).toBe('delivered')
  })

  it('nothing else is sent meanwhile, of no account', async () => {
    const kiosk = kioskHere()
    answers = [problem(429, { 'retry-after': '30' })]
    const { id } = kiosk.file({ accountId: 'a-1' })
    await attempts(kiosk, id, 1)
    const other = kiosk.file({ accountId: 'a-2', message: question() })
    kiosk.outbox.wake()
    clock.advance(33_749)
    expect(kiosk.begun).toHaveLength(1)
    clock.advance(1)
    await eventually(() => expect(kiosk.outbox.status().pending).toBe(0))
    expect(arrived.map(({ key }) => key).toSorted()).toEqual([id, id, other.id].toSorted())
  })
})

it('the wait grows from a second to five minutes, and a success begins it anew', async () => {
  const kiosk = kioskHere()
  answers = Array<Answer>(12).fill(problem(500))
  const { id } = kiosk.file({ accountId: 'a-1' })
  for (const [failures, wait] of [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300].entries()) {
    await attempts(kiosk, id, failures + 1)
    clock.advance(wait * 500 - 1)
    expect(kiosk.begun).toHaveLength(failures + 1)
    clock.advance(1)
    expect(kiosk.begun).toHaveLength(failures + 2)
  }
  await attempts(kiosk, id, 13)
  answers = [problem(500)]
  const next = kiosk.file({ accountId: 'a-1' })
  await attempts(kiosk, next.id, 1)
  clock.advance(500)
  await attempts(kiosk, next.id, 2)
})

it('S29 a utility whose certificate is not trusted gets nothing; it is logged, and tried again', async () => {
  const folder = temporaryFolder()
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1']
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', key, '-out', certificate, '-days', '2', ...subject],
    { stdio: 'ignore' },
  )
  const requests: string[] = []
  const server = createTlsServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (request, response) => {
    requests.push(request.url ?? '')
    if (request.url === '/oauth/token') return sendJson(response, 200, { access_token: 't', token_type: 'Bearer', expires_in: 3600 })
    void take(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const baseUrl = `https://127.0.0.1:${(server.address() as AddressInfo).port}`

  const kiosk = startOutboxKiosk({ utility: { ...credentials, baseUrl }, clock, random: () => 0.5 })
  const { id } = kiosk.file()
  await attempts(kiosk, id, 1)
  clock.advance(500)
  await attempts(kiosk, id, 2)
  expect(requests).toEqual([])
  expect(kiosk.logged.filter((line) => line.includes('not trusted'))).toHaveLength(1)
  expect(kiosk.command(id).state).toBe('pending')
  await kiosk.stop()

  const trusting = startOutboxKiosk({ utility: { ...credentials, baseUrl, caFile: certificate }, dataDir: kiosk.dataDir, clock })
  await eventually(() => expect(trusting.command(id).state).toBe('delivered'))
})
