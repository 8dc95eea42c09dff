import { expect, test, vi } from 'vitest'
import { closeCodes, LONGEST_FRAME } from '../../../shared/contract/wire.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { cookieFor, openPage, rawRequest, testLoopback } from '../../fixtures/shell/loopback.ts'

test('the address admits the browser that loads it first, which may load it again; no other may', async () => {
  const { url, origin } = await testLoopback()
  const first = await fetch(url)
  expect(first.status).toBe(200)
  const cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  expect((await fetch(url, { headers: { cookie } })).status).toBe(200)
  expect((await fetch(origin, { headers: { cookie } })).status).toBe(200)
  const other = await fetch(url)
  expect(other.status).toBe(403)
  expect(other.headers.getSetCookie()).toEqual([])
  expect(await other.text()).toContain('Esta dirección es solo para la pantalla de este equipo.')
})

test('a start address that has died says how to get another; any other path does not', async () => {
  const { url, origin } = await testLoopback()
  await fetch(url)
  for (const dead of [url, origin]) expect(await (await fetch(dead)).text()).toContain('SIGUSR2')
  expect(await (await fetch(`${origin}/nothing`)).text()).not.toContain('SIGUSR2')
})

test('the cookie is out of reach of scripts and of other sites, and is gone with the browser', async () => {
  const { url } = await testLoopback()
  const attributes = (await fetch(url)).headers.getSetCookie()[0]?.split('; ').slice(1)
  expect(attributes).toEqual(['Path=/', 'HttpOnly', 'SameSite=Strict'])
})

test.each(['/', '/?token=', '/?token=guess', '/assets/index-1a2b.js', '/nothing', '/fuera-de-servicio'])(
  'without cookie or token %s answers 403',
  async (path) => {
    const { origin } = await testLoopback()
    expect((await fetch(`${origin}${path}`)).status).toBe(403)
  },
)

test('a guess does not use the token up', async () => {
  const { url, origin } = await testLoopback()
  await fetch(`${origin}/?token=guess`)
  expect((await fetch(url)).status).toBe(200)
})

test('a token that nobody used for a minute is void', async () => {
  const { url, clock } = await testLoopback()
  clock.advance(60_000)
  expect((await fetch(url)).status).toBe(403)
})

test('a token is good until the minute is over', async () => {
  const { url, clock } = await testLoopback()
  clock.advance(59_999)
  expect((await fetch(url)).status).toBe(200)
})

test('a new address puts out whoever was admitted before, and ends the visit', async () => {
  const { loopback, url, origin, application } = await testLoopback()
  const cookie = await cookieFor(url)
  const page = await openPage(origin, { cookie })
  const next = loopback.address()
  await expect(page.closed).resolves.toBe(closeCodes.stopping)
  expect(application.present()).toBe(0)
  expect((await fetch(origin, { headers: { cookie } })).status).toBe(403)
  expect((await fetch(next)).status).toBe(200)
})

test('every answer carries the policy, and each load of the page a nonce of its own', async () => {
  const { url, origin } = await testLoopback()
  const cookie = await cookieFor(url)
  const load = async () => {
    const answer = await fetch(origin, { headers: { cookie } })
    return { policy: answer.headers.get('content-security-policy') ?? '', caching: answer.headers.get('cache-control'), text: await answer.text() }
  }
  const [one, two] = [await load(), await load()]
  const nonce = /'nonce-([^']+)'/.exec(one.policy)?.[1] ?? 'none'
  expect(one.text).toContain(`content="${nonce}"`)
  expect(one.policy).toContain("default-src 'none'")
  expect(one.policy).toContain("script-src 'self';")
  expect(one.policy).toContain("frame-ancestors 'none'")
  expect(one.caching).toBe('no-store')
  expect(two.policy).not.toContain(nonce)
  const denied = await fetch(origin)
  expect(denied.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(denied.headers.get('x-content-type-options')).toBe('nosniff')
})

test.each(['localhost', '127.0.0.1', 'attacker.example', '127.0.0.1:1', '[::1]'])('S05 the page is not served under the name %s', async (host) => {
  const { url, origin } = await testLoopback()
  const cookie = await cookieFor(url)
  const answer = await rawRequest(origin, ['GET / HTTP/1.1', `Host: ${host}`, `Cookie: ${cookie}`])
  expect(answer).toMatch(/^HTTP\/1\.1 403/)
})

test.each([{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'iframe' }])(
  'S05 what another page asks for is refused: %o',
  async (headers) => {
    const { url, origin } = await testLoopback()
    const cookie = await cookieFor(url)
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
    const answer = await rawRequest(origin, ['GET / HTTP/1.1', `Host: ${new URL(origin).host}`, `Cookie: ${cookie}`, ...lines])
    expect(answer).toMatch(/^HTTP\/1\.1 403/)
  },
)

test('S05 the bridge opens for our page with our cookie, and for nobody else', async () => {
  const { url, origin, application } = await testLoopback()
  const cookie = await cookieFor(url)
  const other = origin.replace(/\d+$/, '1')
  await expect(openPage(origin, {})).rejects.toThrow('403')
  await expect(openPage(origin, { cookie: `${cookie}x` })).rejects.toThrow('403')
  await expect(openPage(origin, { cookie, origin: 'http://attacker.example' })).rejects.toThrow('403')
  await expect(openPage(origin, { cookie, origin: other })).rejects.toThrow('403')
  await expect(openPage(origin, { cookie, origin: 'null' })).rejects.toThrow('403')
  await expect(openPage(origin, { cookie, host: 'attacker.example' })).rejects.toThrow('403')
  expect(application.visits()).toBe(0)
  await openPage(origin, { cookie })
  expect(application.visits()).toBe(1)
})

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'])('%s is not served', async (method) => {
  const { url, origin } = await testLoopback()
  const cookie = await cookieFor(url)
  expect((await fetch(origin, { method, headers: { cookie } })).status).toBe(403)
})

test('calls are answered under their number, and events arrive unasked', async () => {
  const { url, origin, application } = await testLoopback()
  const { socket, received } = await openPage(origin, { cookie: await cookieFor(url) })
  socket.send(JSON.stringify({ id: 7, channel: 'kiosk.describe', request: { a: 1 } }))
  await eventually(() => expect(received).toContainEqual({ id: 7, result: { ok: true, value: { channel: 'kiosk.describe', request: { a: 1 } } } }))
  application.emit('kiosk.status', { online: true })
  await eventually(() => expect(received).toContainEqual({ event: 'kiosk.status', payload: { online: true } }))
})

test.each([
  ['text that is not JSON', 'hello'],
  ['a list', '[]'],
  ['null', 'null'],
  ['a call without a number', '{"channel":"kiosk.describe","request":{}}'],
  ['a number that is none', '{"id":"1","channel":"kiosk.describe","request":{}}'],
  ['a channel that is no text', '{"id":1,"channel":{"toString":1},"request":{}}'],
  ['a channel without end', `{"id":1,"channel":"${'x'.repeat(101)}","request":{}}`],
  ['more than a call', '{"id":1,"channel":"kiosk.describe","request":{},"sender":"admin"}'],
  ['bytes', Buffer.from([0xff, 0x00])],
])('S06 %s ends the visit, not the program', async (_what, frame) => {
  const { url, origin, application } = await testLoopback()
  const cookie = await cookieFor(url)
  const page = await openPage(origin, { cookie })
  page.socket.send(frame)
  await expect(page.closed).resolves.toBe(closeCodes.malformed)
  expect(application.present()).toBe(0)
  await openPage(origin, { cookie })
  expect(application.present()).toBe(1)
})

test('S06 a frame that is too long is not read', async () => {
  const { url, origin, application } = await testLoopback()
  const cookie = await cookieFor(url)
  const page = await openPage(origin, { cookie })
  page.socket.send('x'.repeat(LONGEST_FRAME + 1))
  await expect(page.closed).resolves.toBe(1009)
  await eventually(() => expect(application.present()).toBe(0))
  await openPage(origin, { cookie })
})

test('S06 prototype pollution stays data', async () => {
  const { url, origin } = await testLoopback()
  const { socket, received } = await openPage(origin, { cookie: await cookieFor(url) })
  socket.send('{"id":1,"channel":"__proto__","request":{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}}')
  await eventually(() => expect(received.some((message) => Object(message).id === 1)).toBe(true))
  expect('polluted' in {}).toBe(false)
})

test('S06 of a flood of calls only so many are under way at once; the rest are refused', async () => {
  let open = (): void => undefined
  const gate = new Promise<void>((resolve) => (open = resolve))
  const { fakeApplication } = await import('../../fakes/application.ts')
  const { url, origin } = await testLoopback({ application: fakeApplication(() => gate) })
  const { socket, received } = await openPage(origin, { cookie: await cookieFor(url) })
  for (let id = 0; id < 100; id += 1) socket.send(JSON.stringify({ id, channel: 'kiosk.describe', request: {} }))
  await eventually(() => expect(received).toHaveLength(36))
  expect(received[0]).toEqual({ id: 64, result: { ok: false, problem: { code: 'bad-request' } } })
  open()
  await eventually(() => expect(received).toHaveLength(100))
})

test('a second tab is turned away while the first is alive', async () => {
  const { url, origin, application } = await testLoopback()
  const cookie = await cookieFor(url)
  const first = await openPage(origin, { cookie })
  const second = await openPage(origin, { cookie })
  await expect(second.closed).resolves.toBe(closeCodes.anotherTab)
  expect(application.visits()).toBe(1)
  first.socket.send(JSON.stringify({ id: 1, channel: 'kiosk.describe', request: {} }))
  await eventually(() => expect(first.received.some((message) => Object(message).id === 1)).toBe(true))
})

test('a page that shows no life for two seconds gives way to the next, and nothing that the next said is lost', async () => {
  const { url, origin, application, clock } = await testLoopback()
  const cookie = await cookieFor(url)
  const first = await openPage(origin, { cookie }, { answersPings: false })
  const second = await openPage(origin, { cookie })
  second.socket.send(JSON.stringify({ id: 1, channel: 'kiosk.describe', request: {} }))
  await eventually(() => expect(first.received).toContainEqual({ ping: 1 }))
  expect(application.visits()).toBe(1)
  clock.advance(2_000)
  await expect(first.closed).resolves.toBe(closeCodes.hung)
  await eventually(() => expect(second.received.some((message) => Object(message).id === 1)).toBe(true))
  expect(application.visits()).toBe(2)
  expect(application.present()).toBe(1)
})

test('a fresh load is a new visitor', async () => {
  const { url, origin, application } = await testLoopback()
  const cookie = await cookieFor(url)
  const first = await openPage(origin, { cookie })
  first.socket.close()
  await eventually(() => expect(application.present()).toBe(0))
  await openPage(origin, { cookie })
  expect(application.visits()).toBe(2)
})

test('S34 a page that hangs for ten seconds loses its visit', async () => {
  const onDeparture = vi.fn()
  const { url, origin, application, clock } = await testLoopback({ onDeparture })
  const page = await openPage(origin, { cookie: await cookieFor(url) }, { answersPings: false })
  clock.advance(12_500)
  await expect(page.closed).resolves.toBe(closeCodes.hung)
  expect(application.present()).toBe(0)
  expect(onDeparture).toHaveBeenCalledExactlyOnceWith('hung')
})

test('S32 only the files of the page are served, by their exact names', async () => {
  const { url, origin } = await testLoopback()
  const cookie = await cookieFor(url)
  const get = async (path: string): Promise<string> => {
    const answer = await rawRequest(origin, [`GET ${path} HTTP/1.1`, `Host: ${new URL(origin).host}`, `Cookie: ${cookie}`])
    expect(answer).not.toContain('secret')
    return answer.slice(0, 12)
  }
  expect(await get('/assets/index-1a2b.js')).toBe('HTTP/1.1 200')
  expect(await get('/index.html')).toBe('HTTP/1.1 200')
  const denied = [
    '/../secret.json',
    '/assets/../../secret.json',
    '/assets/../index.html',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/..%5csecret.json',
    '/%2e%2e%2fsecret.json',
    '/index.html%00',
    '/index.html%00.js',
    '/%00',
    '/link.json',
    '/above/secret.json',
    '/../renderer-of-another/index.html',
    '//index.html',
    '/./index.html',
    '/assets',
    '/assets/',
    '/INDEX.HTML',
    '/index.html/',
    '/constructor',
    '/__proto__',
    '/toString',
    '/\\..\\secret.json',
    '/assets/index-1a2b.js.map',
    'index.html',
    '*',
  ]
  for (const path of denied) expect([path, await get(path)]).toEqual([path, expect.stringMatching(/^HTTP\/1\.1 40[0-9]/)])
})

test('stopping closes the page and frees the port', async () => {
  const { loopback, url, origin, application } = await testLoopback()
  const page = await openPage(origin, { cookie: await cookieFor(url) })
  await loopback.stop()
  await page.closed
  expect(application.present()).toBe(0)
  await expect(fetch(origin)).rejects.toThrow()
})
