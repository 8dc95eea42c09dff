import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { pino } from 'pino'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createApiClient, type ApiClient } from '../../electron/api/client.ts'
import { systemClock } from '../../electron/clock.ts'
import { branch, credentials, sendJson, startFakeUtility, upsert, type FakeUtility } from '../fakes/utility.ts'
import { aZone } from '../fixtures/accounts/branchData.ts'

let utility: FakeUtility
let clients: ApiClient[]
let logged: string[]
beforeEach(async () => {
  utility = await startFakeUtility([upsert('zone', aZone())])
  clients = []
  logged = []
})
afterEach(async () => {
  await Promise.all(clients.map((client) => client.close()))
  await utility.close()
})

function client(more: { baseUrl?: string; caFile?: string; deadline?: number } = {}): ApiClient {
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) })
  const created = createApiClient({ ...credentials, baseUrl: utility.baseUrl, ...more, log, clock: systemClock })
  clients.push(created)
  return created
}

/** Every call but the token's is answered like this. */
const answering = (answer: (response: ServerResponse) => void): void => {
  utility.intercept = (request, response) => {
    if (request.url === '/oauth/token') return false
    answer(response)
    return true
  }
}

const tokensAsked = () => utility.requests.filter((path) => path === '/oauth/token').length

describe('the token', () => {
  it('is asked for once, by calls that wait together too', async () => {
    const api = client()
    await Promise.all([api.getBranch(), api.getBranch(), api.getBranch()])
    expect(await api.getBranch()).toMatchObject({ ok: true, value: { kioskId: 'k-7' } })
    expect(tokensAsked()).toBe(1)
  })

  it('is used again also where its life is short', async () => {
    utility.intercept = (request, response) => {
      if (request.url === '/oauth/token') sendJson(response, 200, { access_token: 'short', token_type: 'Bearer', expires_in: 20 })
      else sendJson(response, 200, { ...branch, serverTime: '2026-11-21T16:42:00Z' })
      return true
    }
    const api = client()
    await api.getBranch()
    await api.getBranch()
    expect(tokensAsked()).toBe(1)
  })

  it('S30 is replaced when it is no longer known, and the call succeeds', async () => {
    const api = client()
    await api.getBranch()
    utility.expireTokens()
    expect(await api.listChanges({ cursor: null, limit: 10 })).toMatchObject({ ok: true })
    expect(tokensAsked()).toBe(2)
  })

  it('is replaced once and no more', async () => {
    answering((response) => sendJson(response, 401, { type: 'about:blank', title: 'No', status: 401 }))
    expect(await client().getBranch()).toMatchObject({ ok: false, failure: 'unauthorized', status: 401 })
    expect(tokensAsked()).toBe(2)
  })
})

describe('what the utility answers', () => {
  it.each([
    [429, '7', { failure: 'busy', retryAfterMs: 7000 }],
    [503, 'garbage', { failure: 'busy' }],
    [500, '', { failure: 'broken' }],
    [502, '7', { failure: 'broken', retryAfterMs: 7000 }],
    [404, '', { failure: 'not-found' }],
    [403, '', { failure: 'refused' }],
    [302, '', { failure: 'not-an-answer' }],
    [410, '', { failure: 'refused' }],
  ])('%i is told as what it is', async (status, retryAfter, expected) => {
    answering((response) => response.writeHead(status, { 'retry-after': retryAfter, location: '/elsewhere' }).end('{}'))
    expect(await client().getBranch()).toEqual({ ok: false, status, ...expected })
  })

  it('only its own problem makes a 410 an expired cursor', async () => {
    answering((response) => sendJson(response, 410, { type: 'urn:problem:cursor-expired', title: 'Start again', status: 410 }))
    expect(await client().listChanges({ cursor: '9', limit: 1 })).toMatchObject({ ok: false, failure: 'expired' })
  })

  it.each(['gzip', 'GZip', 'x-gzip'])('unpacks what comes packed as %s', async (coding) => {
    const page = { changes: [], cursor: '1', hasMore: false, serverTime: '2026-11-21T16:42:00Z' }
    answering((response) => response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': coding }).end(gzipSync(JSON.stringify(page))))
    expect(await client().listChanges({ cursor: null, limit: 1 })).toEqual({ ok: true, value: page })
  })

  it('a document is a PDF or nothing', async () => {
    answering((response) => response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.7'))
    const document = await client().getInvoiceDocument('i/1')
    expect(document.ok && Buffer.from(document.value).toString()).toBe('%PDF-1.7')
    expect(utility.requests).toContain('/v1/invoices/i%2F1/document')
    answering((response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'))
    expect(await client().getInvoiceDocument('i-1')).toMatchObject({ failure: 'not-an-answer' })
  })
})

describe('what is no answer', () => {
  const whole = JSON.stringify({ changes: [], cursor: '1', hasMore: false, serverTime: '2026-11-21T16:42:00Z' })
  it.each([
    ['S28 the page of a captive portal', 'text/html', '<html>Bienvenido al Wi-Fi</html>'],
    ['S28 such a page that is called JSON', 'application/json', '<html>Bienvenido al Wi-Fi</html>'],
    ['S22 a truncated page', 'application/json', whole.slice(0, -10)],
    ['JSON of another shape', 'application/json', '{"changes":{},"cursor":"1","hasMore":false}'],
    ['bytes that are no text', 'application/json', Buffer.concat([Buffer.from('{"cursor":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')])],
  ])('%s', async (_name, type, body) => {
    answering((response) => response.writeHead(200, { 'content-type': type }).end(body))
    expect(await client().listChanges({ cursor: null, limit: 1 })).toEqual({ ok: false, failure: 'not-an-answer' })
  })

  it.each([
    [4_096, true],
    [4_097, false],
  ])('a cursor of %i characters can be sent back: %s', async (length, ok) => {
    answering((response) => sendJson(response, 200, { changes: [], cursor: 'c'.repeat(length), hasMore: false, serverTime: '2026-11-21T16:42:00Z' }))
    expect(await client().listChanges({ cursor: null, limit: 1 })).toMatchObject(ok ? { ok } : { ok, failure: 'not-an-answer' })
  })

  it('a branch in a time zone that there is not', async () => {
    answering((response) => sendJson(response, 200, { ...branch, timeZone: 'Marte/Olimpo', serverTime: '2026-11-21T16:42:00Z' }))
    expect(await client().getBranch()).toEqual({ ok: false, failure: 'not-an-answer' })
  })

  it('a body that breaks off', async () => {
    answering((response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' }).write('{"changes":[')
      setImmediate(() => response.destroy())
    })
    expect(await client().listChanges({ cursor: null, limit: 1 })).toEqual({ ok: false, failure: 'unreachable' })
  })

  it('S27 a body of 1 GB', async () => {
    let sent = 0
    const chunk = Buffer.alloc(1024 * 1024, ' ')
    answering((response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const more = (): void => {
        while (!response.destroyed && sent < 2 ** 30) {
          sent += chunk.length
          if (!response.write(chunk)) return void response.once('drain', more)
        }
        response.end()
      }
      more()
    })
    expect(await client().listChanges({ cursor: null, limit: 1 })).toEqual({ ok: false, failure: 'too-large' })
    expect(sent).toBeLessThan(2 ** 28)
  })

  it('S27 a slow drip, which keeps every single time-out', async () => {
    let drops = 0
    const api = client({ deadline: 1_000 })
    await api.getBranch()
    answering((response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const dripping = setInterval(() => response.write(' ', () => (drops += 1)), 20)
      response.on('close', () => clearInterval(dripping))
    })
    expect(await api.listChanges({ cursor: null, limit: 1 })).toEqual({ ok: false, failure: 'unreachable' })
    expect(drops).toBeGreaterThan(1)
  })

  it('S27 a small body that unpacks to more than is taken', async () => {
    const bomb = gzipSync(Buffer.alloc(2 ** 27, ' '))
    answering((response) => response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(bomb))
    expect(await client().listChanges({ cursor: null, limit: 1 })).toEqual({ ok: false, failure: 'too-large' })
  })

  it('nobody there', async () => {
    await utility.close()
    expect(await client().getBranch()).toEqual({ ok: false, failure: 'unreachable' })
    utility = await startFakeUtility()
  })

  it('a call under way when the program stops', async () => {
    const api = client()
    const asked = Promise.withResolvers<void>()
    answering(() => asked.resolve())
    const call = api.getBranch()
    await asked.promise
    await api.close()
    expect(await call).toEqual({ ok: false, failure: 'unreachable' })
  })
})

describe('the way to the utility', () => {
  it.each(['http://utility.example', 'http://127.0.0.1.example', 'http://10.0.0.1', 'ftp://127.0.0.1', 'file:///etc'])('%s is refused', (baseUrl) => {
    expect(() => client({ baseUrl })).toThrow('https only')
  })

  it('keeps the path of its base', async () => {
    await client({ baseUrl: `${utility.baseUrl}/branch/api` }).getBranch()
    expect(utility.requests[0]).toBe('/branch/api/oauth/token')
  })

  it('for this machine it passes by the proxy', async () => {
    process.env.HTTP_PROXY = 'http://127.0.0.1:9'
    try {
      expect(await client().getBranch()).toMatchObject({ ok: true })
    } finally {
      delete process.env.HTTP_PROXY
    }
  })

  describe('over TLS', () => {
    const directory = mkdtempSync(join(tmpdir(), 'tls-'))
    const [key, certificate] = [join(directory, 'key.pem'), join(directory, 'certificate.pem')]
    const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1']
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', key, '-out', certificate, '-days', '2', ...subject],
      { stdio: 'ignore' },
    )
    const server = createTlsServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (request, response) => {
      const token = { access_token: 't', token_type: 'Bearer', expires_in: 60 }
      const here = { id: 'b', name: 'B', kioskId: 'k', folioSeries: 'K01', timeZone: 'UTC', zoneIds: [], serverTime: '2026-11-21T16:42:00Z' }
      sendJson(response, 200, request.url === '/oauth/token' ? token : here)
    })
    beforeEach(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
    afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())))
    afterAll(() => rmSync(directory, { recursive: true }))
    const baseUrl = () => `https://127.0.0.1:${(server.address() as AddressInfo).port}`

    it('S29 an untrusted certificate is refused and logged', async () => {
      expect(await client({ baseUrl: baseUrl() }).getBranch()).toEqual({ ok: false, failure: 'untrusted' })
      expect(logged.join()).toContain('not trusted')
      expect(logged.join()).not.toContain(credentials.clientSecret)
    })

    it('the authority named in the settings is trusted', async () => {
      expect(await client({ baseUrl: baseUrl(), caFile: certificate }).getBranch()).toMatchObject({ ok: true })
      server.closeAllConnections()
    })
  })
})
