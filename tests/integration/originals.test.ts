import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createApiClient } from '../../electron/api/client.ts'
import type { WritableDb } from '../../electron/cache/db.ts'
import { openDatabase } from '../../electron/cache/openDatabase.ts'
import { findByInvoiceNumber, findInvoice } from '../../electron/cache/queries/invoices.ts'
import { systemClock } from '../../electron/clock.ts'
import { checkOriginal } from '../../electron/documents/original.ts'
import { openOriginalStore } from '../../electron/originals/store.ts'
import { knownAccounts } from '../../electron/sandbox/sample/known.ts'
import { startSandbox } from '../../electron/sandbox/server.ts'
import { createOriginals } from '../../electron/services/originals.ts'
import { fakeClock } from '../fakes/clock.ts'
import { eventually } from '../fixtures/eventually.ts'
import { quiet } from '../fixtures/shell/loopback.ts'
import { mountSmallDisk } from '../fixtures/storage/smallDisk.ts'
import { startSyncing } from '../fixtures/feed/syncing.ts'

/** A kiosk that has loaded the sandbox's feed, and the folder in which it keeps originals. */
async function aKiosk() {
  const sandbox = await startSandbox({ accounts: 12, today: '2026-11-21' })
  onTestFinished(() => sandbox.close())
  const access = { baseUrl: sandbox.url, clientId: sandbox.clientId, clientSecret: sandbox.clientSecret }
  const syncing = startSyncing(access)
  await syncing.complete()
  const db = openDatabase(syncing.databaseFile, { role: 'durable' })
  onTestFinished(() => void db.close())
  const api = createApiClient({ ...access, log: quiet, clock: systemClock })
  onTestFinished(() => api.close())
  const folder = join(mkdtempSync(join(tmpdir(), 'ventanilla-originals-')), 'originals')
  onTestFinished(() => rmSync(join(folder, '..'), { recursive: true }))
  const { zoneId } = knownAccounts.withOriginal
  const [bill] = findByInvoiceNumber(db, { zoneId, invoiceKey: 'BS40303140' })
  return { sandbox, syncing, db, api, folder, bill: bill! }
}

const originalsOf = ({ db, folder, api }: { db: WritableDb; folder: string; api: Parameters<typeof createOriginals>[0]['api'] }) =>
  createOriginals({ db, api, clock: systemClock, log: quiet, store: openOriginalStore({ folder, clock: systemClock, log: quiet }) })
const filesIn = (folder: string): string[] => readdirSync(folder).map((name) => join(folder, name))

test('an original is fetched once, for nobody else to read or to guess whose it is, and is there when the utility is not', async () => {
  const kiosk = await aKiosk()
  const first = await originalsOf(kiosk).fetch(kiosk.bill.invoiceId)
  expect(checkOriginal(first ?? new Uint8Array(), findInvoice(kiosk.db, kiosk.bill.invoiceId)?.documentDigest ?? null)).toBe(true)
  const [file = ''] = filesIn(kiosk.folder)
  expect([statSync(kiosk.folder).mode & 0o777, statSync(file).mode & 0o777]).toEqual([0o700, 0o600])
  expect(file).not.toMatch(new RegExp(`${kiosk.bill.invoiceId}|${kiosk.bill.accountId}|4030`))

  await kiosk.sandbox.close()
  // After a restart too.
  const again = await originalsOf(kiosk).fetch(kiosk.bill.invoiceId)
  expect(Buffer.from(again ?? []).equals(Buffer.from(first ?? []))).toBe(true)
  expect(filesIn(kiosk.folder)).toEqual([file])
})

test('one that was changed on the disk is not given out, and is fetched anew', async () => {
  const kiosk = await aKiosk()
  const originals = originalsOf(kiosk)
  const sound = await originals.fetch(kiosk.bill.invoiceId)
  const [file = ''] = filesIn(kiosk.folder)
  const bytes = readFileSync(file)
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 10) ^ 1, bytes.length - 10)
  writeFileSync(file, bytes)
  expect(Buffer.from((await originals.fetch(kiosk.bill.invoiceId)) ?? []).equals(Buffer.from(sound ?? []))).toBe(true)
  expect(filesIn(kiosk.folder)).not.toEqual([file])
  expect(filesIn(kiosk.folder)).toHaveLength(1)
})

test('what is not what the feed says is neither given out nor kept', async () => {
  const kiosk = await aKiosk()
  const invoice = findInvoice(kiosk.db, kiosk.bill.invoiceId)!
  kiosk.sandbox.upsert('invoice', { ...invoice, documentDigest: Buffer.alloc(32).toString('base64') })
  kiosk.syncing.handle.poke()
  await eventually(() => expect(findInvoice(kiosk.db, invoice.id)?.documentDigest).toMatch(/^AAAA/))
  expect(await originalsOf(kiosk).fetch(invoice.id)).toBeNull()
  expect(() => readdirSync(kiosk.folder)).toThrow('ENOENT')
})

test('S37 with the account goes every byte that was kept of it, and nothing of others', async () => {
  const kiosk = await aKiosk()
  const originals = originalsOf(kiosk)
  await originals.fetch(kiosk.bill.invoiceId)
  await originals.sweep()
  expect(filesIn(kiosk.folder)).toHaveLength(1)
  const held = await kiosk.api.getInvoiceDocument(kiosk.bill.invoiceId)
  kiosk.sandbox.remove('account', kiosk.bill.accountId)
  kiosk.syncing.handle.poke()
  await eventually(() => expect(findInvoice(kiosk.db, kiosk.bill.invoiceId)).toBeNull())
  expect(kiosk.syncing.changed).toContain('account')
  await originals.sweep()
  expect(readdirSync(kiosk.folder)).toEqual([])
  expect(held.ok).toBe(true)
  expect(await originals.fetch(kiosk.bill.invoiceId)).toBeNull()
})

test('one that arrives when its invoice is gone is not kept', async () => {
  const kiosk = await aKiosk()
  const slow: NonNullable<Parameters<typeof createOriginals>[0]['api']> = {
    async getInvoiceDocument(invoiceId) {
      const answer = await kiosk.api.getInvoiceDocument(invoiceId)
      kiosk.sandbox.remove('invoice', invoiceId)
      kiosk.syncing.handle.poke()
      await eventually(() => expect(findInvoice(kiosk.db, invoiceId)).toBeNull())
      return answer
    },
  }
  await originalsOf({ ...kiosk, api: slow }).fetch(kiosk.bill.invoiceId)
  await eventually(() => expect(readdirSync(kiosk.folder)).toEqual([]))
})

test('whoever waits too long has our own; the original is there for the next', async () => {
  const kiosk = await aKiosk()
  const clock = fakeClock()
  let answer = (): void => undefined
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  const slow = { getInvoiceDocument: (invoiceId: string) => held.then(() => kiosk.api.getInvoiceDocument(invoiceId)) }
  const store = openOriginalStore({ folder: kiosk.folder, clock, log: quiet })
  const originals = createOriginals({ db: kiosk.db, api: slow, clock, log: quiet, store })
  let given: Uint8Array | null | undefined
  void originals.fetch(kiosk.bill.invoiceId).then((pdf) => (given = pdf))
  await eventually(() => {
    clock.advance(3_000)
    expect(given).toBeNull()
  })
  answer()
  await eventually(() => expect(filesIn(kiosk.folder)).toHaveLength(1))
  await kiosk.sandbox.close()
  expect(await originals.fetch(kiosk.bill.invoiceId)).not.toBeNull()
})

const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'ventanilla-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'originals')
}

test('beyond the limit the one used longest ago goes, over restarts too', async () => {
  const folder = aFolder()
  const clock = fakeClock()
  const open = () => openOriginalStore({ folder, clock, log: quiet, mostBytes: 3_200 })
  const before = open()
  for (const id of ['a', 'b', 'c']) {
    clock.advance(1_000)
    await before.keep(id, Buffer.alloc(1_000, id))
  }
  clock.advance(1_000)
  expect(await before.read('a')).toEqual(Buffer.alloc(1_000, 'a'))
  const after = open()
  await after.keep('d', Buffer.alloc(1_000, 'd'))
  await after.keep('vast', Buffer.alloc(4_000))
  expect(await Promise.all(['a', 'b', 'c', 'd', 'vast'].map(async (id) => (await after.read(id)) !== null))).toEqual([true, false, true, true, false])
  expect(readdirSync(folder)).toHaveLength(3)
})

test('what a power cut left half written, or nobody can say whose it is, is removed at the start', async () => {
  const folder = aFolder()
  const store = () => openOriginalStore({ folder, clock: systemClock, log: quiet })
  await store().keep('a', Buffer.from('%PDF-1.7'))
  writeFileSync(join(folder, 'x.part'), '{"invoiceId":"b"}\n%PDF')
  writeFileSync(join(folder, 'strange'), Buffer.alloc(100_000))
  expect(await store().read('b')).toBeNull()
  expect(readdirSync(folder)).toHaveLength(1)
})

test('S37 what is to go goes also where the system keeps a folder of its own among them', async () => {
  const folder = aFolder()
  const store = () => openOriginalStore({ folder, clock: systemClock, log: quiet })
  await store().keep('a', Buffer.from('%PDF-1.7'))
  mkdirSync(join(folder, 'lost+found'))
  await store().retain(() => false)
  expect(readdirSync(folder)).toEqual(['lost+found'])
})

test('S16 a full disk keeps no original, and the document is given out all the same', async () => {
  const kiosk = await aKiosk()
  const folder = join(mountSmallDisk('size=8k'), 'originals')
  expect(await originalsOf({ ...kiosk, folder }).fetch(kiosk.bill.invoiceId)).not.toBeNull()
  expect(readdirSync(folder).length).toBe(0)
})
