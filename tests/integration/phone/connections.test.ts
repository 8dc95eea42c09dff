import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect as connectSecure } from 'node:tls'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { PhoneSettings } from '../../../electron/phone/phoneSettings.ts'
import { success } from '../../../shared/result.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { writeSelfSigned } from '../../fixtures/feed/certificate.ts'
import { ask, createPhoneKiosk, phones, type PhoneKiosk } from '../../fixtures/phone/phoneKiosk.ts'
import { readQr } from '../../fixtures/phone/readQr.ts'
import { must, problemOf } from '../../fixtures/printing/printingUnderTest.ts'
import { aFile, content } from '../../fixtures/saving/savingKiosk.ts'

const [phone, otherPhone] = phones
const folder = mkdtempSync(join(tmpdir(), 'ventanilla-phone-'))
let secure: Partial<PhoneSettings> = {}
let ca = Buffer.alloc(0)
beforeAll(() => {
  const files = writeSelfSigned(folder)
  secure = { ...files, host: '127.0.0.1' }
  ca = readFileSync(files.certificateFile)
})
afterAll(() => rmSync(folder, { recursive: true }))

let kiosk: PhoneKiosk
const sockets: Socket[] = []
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await kiosk.close()
})

const offer = async (): Promise<string> => readQr(must(await kiosk.offer()).qr)
const origin = (): string => `http://127.0.0.1:${kiosk.settings.port}/`

/** A connection that says nothing. */
async function connectFrom(from: string): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port: kiosk.settings.port, localAddress: from })
  sockets.push(socket)
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  return socket
}

it('travels by https where there is a certificate', async () => {
  kiosk = await createPhoneKiosk(secure)
  const url = await offer()
  expect(url).toContain('https://127.0.0.1:')
  expect((await ask(url, { ca })).status).toBe(200)
  expect((await ask(`${url}/file`, { ca })).body).toEqual(content)
})

it('is not offered with a certificate that has gone, and the log says why', async () => {
  kiosk = await createPhoneKiosk({ ...secure, keyFile: join(folder, 'gone.pem') })
  expect(problemOf(await kiosk.offer())).toBe('phone-unavailable')
  expect(kiosk.logged.join()).toContain('the certificate cannot be used')
})

describe.each([
  ['http', false],
  ['https', true],
])('over %s', (_, isSecure) => {
  it('a connection that says nothing ends with the document and keeps nobody waiting', async () => {
    kiosk = await createPhoneKiosk(isSecure ? secure : {})
    await offer()
    const silent = await connectFrom(phone)
    const ended = once(silent, 'close')
    kiosk.withdraw()
    await kiosk.stop()
    await ended
  })
})

it('a connection that speaks no TLS yet has none after the end', async () => {
  kiosk = await createPhoneKiosk(secure)
  const url = await offer()
  const silent = await connectFrom(phone)
  // The server has taken up the silent one before this one.
  await ask(url, { from: otherPhone, ca })
  kiosk.withdraw()
  const late = connectSecure({ socket: silent, host: '127.0.0.1', ca })
  const became = await new Promise((resolve) => {
    for (const event of ['secureConnect', 'error', 'close']) late.once(event, () => resolve(event))
  })
  expect(became).not.toBe('secureConnect')
})

it('an address has four connections at most, which another phone does not feel', async () => {
  kiosk = await createPhoneKiosk()
  const url = await offer()
  for (let count = 0; count < 4; count += 1) await connectFrom(otherPhone)
  await expect(ask(url, { from: otherPhone })).rejects.toThrow(/ECONNRESET|hang up/)
  expect((await ask(url, { from: phone })).status).toBe(200)
  sockets[0]?.destroy()
  await eventually(async () => expect((await ask(url, { from: otherPhone })).status).toBe(403))
})

it('a bug while a phone asks is answered and logged, and the next phone is answered too', async () => {
  kiosk = await createPhoneKiosk()
  const url = await offer()
  await ask(url)
  kiosk.db.close()
  expect((await ask(`${url}/file`)).status).toBe(500)
  expect(kiosk.logged.join()).toContain('"where":"phone"')
  expect((await ask(url)).status).toBe(200)
})

it('counts as under way for its session while the phone is being sent it', async () => {
  kiosk = await createPhoneKiosk()
  kiosk.file = () => Promise.resolve(success({ ...aFile('duplicate'), bytes: Buffer.alloc(64 * 1024 * 1024) }))
  const url = await offer()
  await ask(url)
  expect(kiosk.isSending('s-1')).toBe(false)
  const slow = await connectFrom(phone)
  slow.pause().write(`GET ${new URL(url).pathname}/file HTTP/1.1\r\nHost: ${new URL(url).host}\r\n\r\n`)
  await eventually(() => expect(kiosk.isSending('s-1')).toBe(true))
  expect(kiosk.isSending('s-2')).toBe(false)
  slow.destroy()
  await eventually(() => expect(kiosk.isSending('s-1')).toBe(false))
})

it('a document that nobody waits for any more does not end the one after it', async () => {
  kiosk = await createPhoneKiosk()
  for (let steps = 0; steps < 20; steps += 1) {
    kiosk.session = `s-${steps}`
    const first = kiosk.offer()
    for (let step = 0; step < steps; step += 1) await Promise.resolve()
    const second = kiosk.offer()
    await first
    must(await second)
    expect((await ask(origin(), { host: 'evil.example' })).status, `after ${steps} steps`).toBe(421)
    kiosk.withdraw()
  }
})
