import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FiledDocument } from '../../../electron/services/documents.ts'
import type { PhoneOffer } from '../../../shared/contract/phone.ts'
import { success, type Result } from '../../../shared/result.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { ask, createPhoneKiosk, phones, type PhoneKiosk } from '../../fixtures/phone/phoneKiosk.ts'
import { readQr } from '../../fixtures/phone/readQr.ts'
import { must, problemOf } from '../../fixtures/printing/printingUnderTest.ts'
import { aFile, content } from '../../fixtures/saving/savingKiosk.ts'

const [phone, otherPhone] = phones
const FIVE_MINUTES = 5 * 60_000

let kiosk: PhoneKiosk
beforeEach(async () => {
  kiosk = await createPhoneKiosk()
})
afterEach(() => kiosk.close())

const urlOf = (offered: Result<PhoneOffer>): string => readQr(must(offered).qr)
const isGone = async (url: string): Promise<void> => expect(ask(url)).rejects.toThrow('ECONNREFUSED')

describe('a document for a phone', () => {
  it('stands behind the page that the QR leads to, under its own name, and each step is told', async () => {
    const offered = must(await kiosk.offer())
    expect(offered).toMatchObject({ network: 'Sucursal', expiresAt: new Date(kiosk.clock.now() + FIVE_MINUTES).toISOString() })
    const url = readQr(offered.qr)
    expect(url).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${kiosk.settings.port}/[\\w-]{43}$`))

    const page = await ask(url)
    expect(page.status).toBe(200)
    expect(page.body.toString()).toContain('Factura duplicate “ñ”.pdf')
    expect(page.body.toString()).toContain(`href="${new URL(url).pathname}/file"`)
    expect(kiosk.told).toEqual(['opened'])

    const file = await ask(`${url}/file`)
    expect(file.status).toBe(200)
    expect(file.body).toEqual(content)
    expect(file.headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    expect(file.headers['content-disposition']).toBe("attachment; filename*=UTF-8''Factura%20duplicate%20%E2%80%9C%C3%B1%E2%80%9D.pdf")
    await eventually(() => expect(kiosk.told).toEqual(['opened', 'fetched']))
    expect(kiosk.outcomes()).toEqual(['offered', 'fetched'])
  })

  it('speaks the language of the screen, and Spanish where it has not that one', async () => {
    for (const [language, words] of [
      ['en', 'Download'],
      ['pt', 'Baixar'],
      ['es-UY', 'Descargar'],
      ['constructor', 'Descargar'],
    ] as const) {
      expect((await ask(urlOf(await kiosk.offer(language)))).body.toString()).toContain(words)
    }
  })

  it('is the first phone’s alone, which may fetch it again', async () => {
    const url = urlOf(await kiosk.offer())
    expect((await ask(`${url}/file`, { from: otherPhone })).status).toBe(404)
    await ask(url, { from: phone })
    for (const path of [url, `${url}/file`]) {
      const refused = await ask(path, { from: otherPhone })
      expect(refused.status).toBe(403)
      expect(refused.body.includes(content)).toBe(false)
    }
    expect((await ask(`${url}/file`)).status).toBe(200)
    expect((await ask(`${url}/file`)).status).toBe(200)
    expect(kiosk.told.filter((state) => state === 'opened')).toEqual(['opened'])
  })

  it('is all that is served: no other path, method, host or address', async () => {
    const url = urlOf(await kiosk.offer())
    const { origin, pathname } = new URL(url)
    for (const path of ['/', '/index.html', '/favicon.ico', `${pathname}/`, `${pathname}/file/..`, pathname.slice(0, -1), `${pathname}x`, `${pathname}?a=1`]) {
      expect((await ask(origin + path)).status, path).toBe(404)
    }
    for (const method of ['POST', 'PUT', 'OPTIONS', 'HEAD']) expect((await ask(url, { method })).status, method).toBe(404)
    expect((await ask(url, { host: 'evil.example' })).status).toBe(421)
    expect(kiosk.told).toEqual([])
  })

  it('is answered so often in ten seconds and no more, which another phone does not feel', async () => {
    const url = urlOf(await kiosk.offer())
    const statuses = []
    for (let time = 0; time < 25; time += 1) statuses.push((await ask(url, { from: otherPhone, host: 'evil.example' })).status)
    expect(statuses).toEqual([...Array<number>(20).fill(421), ...Array<number>(5).fill(429)])
    expect((await ask(url, { from: phone })).status).toBe(200)
    kiosk.clock.advance(10_000)
    expect((await ask(url, { from: otherPhone })).status).toBe(403)
  })
})

describe('nothing listens any more', () => {
  it('before a document is offered', async () => isGone(`http://127.0.0.1:${kiosk.settings.port}/`))

  it('after five minutes, which the screen is told', async () => {
    const url = urlOf(await kiosk.offer())
    kiosk.clock.advance(FIVE_MINUTES - 1)
    expect((await ask(url)).status).toBe(200)
    kiosk.clock.advance(1)
    await eventually(() => expect(kiosk.told).toEqual(['opened', 'closed']))
    await isGone(url)
  })

  it('after the visit', async () => {
    const url = urlOf(await kiosk.offer())
    kiosk.session = 's-2'
    kiosk.endSession()
    await eventually(() => isGone(url))
    expect(kiosk.told).toEqual([])
  })

  it('when it is withdrawn', async () => {
    const url = urlOf(await kiosk.offer())
    kiosk.withdraw()
    await eventually(() => isGone(url))
  })

  it('by the address of the document before', async () => {
    const first = urlOf(await kiosk.offer())
    const second = urlOf(await kiosk.offer())
    expect((await ask(first)).status).toBe(404)
    expect((await ask(second)).status).toBe(200)
  })
})

describe('a document that is still drawn', () => {
  /** Keeps the drawing waiting. */
  function drawLater(): () => void {
    let answer = (_: Result<FiledDocument>): void => undefined
    const drawn = new Promise<Result<FiledDocument>>((resolve) => (answer = resolve))
    kiosk.file = () => drawn
    return () => answer(success(aFile('duplicate')))
  }

  it('when the visitor leaves is not served to the next', async () => {
    const finish = drawLater()
    const offered = kiosk.offer()
    kiosk.session = 's-2'
    kiosk.endSession()
    finish()
    expect(problemOf(await offered)).toBe('not-allowed')
    await isGone(`http://127.0.0.1:${kiosk.settings.port}/`)
    // Its copy has a number.
    expect(kiosk.outcomes()).toEqual(['not-allowed'])
  })

  it('when it is withdrawn is not served', async () => {
    const finish = drawLater()
    const offered = kiosk.offer()
    kiosk.withdraw()
    finish()
    expect(problemOf(await offered)).toBe('not-allowed')
    await isGone(`http://127.0.0.1:${kiosk.settings.port}/`)
  })

  it('when the kiosk stops is not served, nor anything later', async () => {
    const finish = drawLater()
    const offered = kiosk.offer()
    await kiosk.stop()
    finish()
    expect(problemOf(await offered)).toBe('not-allowed')
    expect(problemOf(await kiosk.offer())).toBe('phone-unavailable')
    await isGone(`http://127.0.0.1:${kiosk.settings.port}/`)
  })
})

describe('no document is offered', () => {
  it('of an account that the session does not hold', async () => {
    kiosk.session = 'nobody'
    expect(problemOf(await kiosk.offer())).toBe('not-allowed')
  })

  it('at a port that another program has, and later it is', async () => {
    const other = await createPhoneKiosk({ port: kiosk.settings.port })
    const url = urlOf(await other.offer())
    expect(problemOf(await kiosk.offer())).toBe('phone-unavailable')
    expect(kiosk.outcomes()).toEqual(['phone-unavailable'])
    expect(kiosk.logged.join()).toContain('the address or the port cannot be had')
    await other.close()
    await isGone(url)
    urlOf(await kiosk.offer())
  })

  it('that the audit cannot record, nor sent', async () => {
    const url = urlOf(await kiosk.offer())
    await ask(url)
    kiosk.db.exec('PRAGMA query_only = 1')
    expect((await ask(`${url}/file`)).status).toBe(503)
    expect(problemOf(await kiosk.offer())).toBe('cannot-store')
    await isGone(url)
    kiosk.db.exec('PRAGMA query_only = 0')
    expect(kiosk.outcomes()).toEqual(['offered'])
  })

  it('more often than a visit may take away', async () => {
    for (let time = 0; time < 6; time += 1) urlOf(await kiosk.offer())
    expect(problemOf(await kiosk.offer())).toBe('save-limit-visit')
  })
})
