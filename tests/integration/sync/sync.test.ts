import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { findAccount } from '../../../electron/cache/queries/accounts.ts'
import { readBranch } from '../../../electron/cache/queries/branch.ts'
import { readFeedState } from '../../../electron/cache/queries/feed.ts'
import { findByInvoiceNumber, listInvoices } from '../../../electron/cache/queries/invoices.ts'
import { findZone, listZones } from '../../../electron/cache/queries/zones.ts'
import { createLog } from '../../../electron/log/log.ts'
import { LARGEST } from '../../../electron/sync/pageSize.ts'
import { startSync, type SyncHandle, type SyncStatus } from '../../../electron/sync/startSync.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { credentials, remove, sendJson, startFakeUtility, upsert, type FakeUtility } from '../../fakes/utility.ts'
import { aZone, anAccount, anInvoice } from '../../fixtures/accounts/branchData.ts'
import { eventually } from '../../fixtures/eventually.ts'

let directory: string
let utility: FakeUtility
let running: SyncHandle[]
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'sync-'))
  utility = await startFakeUtility([upsert('zone', aZone()), upsert('account', anAccount()), upsert('invoice', anInvoice())])
  running = []
})
afterEach(async () => {
  await Promise.all(running.map((sync) => sync.stop()))
  await utility.close()
  rmSync(directory, { recursive: true })
})

const databaseFile = () => join(directory, 'cache.db')

function sync({ clientId = credentials.clientId } = {}) {
  const clock = fakeClock()
  const logged: string[] = []
  const statuses: SyncStatus[] = []
  const changed: string[][] = []
  const handle = startSync({
    databaseFile: databaseFile(),
    api: { ...credentials, baseUrl: utility.baseUrl, clientId },
    log: createLog({ write: (line) => void logged.push(line) }),
    clock,
    onStatus: (status) => statuses.push(status),
    onChanged: (entities) => changed.push(entities),
  })
  running.push(handle)
  return { handle, statuses, changed, clock, logged }
}

/** Reads the cache as the main process does. */
function inCache<T>(read: (db: ReturnType<typeof openDatabase>) => T): T {
  const db = openDatabase(databaseFile(), { role: 'durable' })
  try {
    return read(db)
  } finally {
    db.close()
  }
}

const complete = (handle: SyncHandle) => eventually(() => expect(handle.status()).toMatchObject({ online: true, complete: true }))

/** Pokes until the cache has caught up with the feed as it is now. */
async function caughtUp(handle: SyncHandle) {
  const cursor = String(utility.feed.length)
  await eventually(() => {
    handle.poke()
    expect(inCache(readFeedState)).toMatchObject({ cursor, staging: false })
  })
}

describe('sync', () => {
  it('fills an empty cache, tells what changed and serves it', async () => {
    const { handle, changed } = sync()
    await complete(handle)
    expect(inCache((db) => listZones(db))).toEqual([aZone()])
    expect(inCache((db) => listInvoices(db, 'a-1'))).toEqual([anInvoice()])
    expect(inCache((db) => findByInvoiceNumber(db, { zoneId: 'z-mty', invoiceKey: 'DE40432503' })[0])).toEqual({
      accountId: 'a-1',
      invoiceId: 'i-1',
      accountKey: '40989917',
      checkDigit: '7',
    })
    expect(inCache(readBranch)).toMatchObject({ folioSeries: 'K07' })
    expect(changed.flat()).toEqual(expect.arrayContaining(['branch', 'zone', 'account', 'invoice']))
    expect(handle.status()).toMatchObject({ changesApplied: 3, setAside: 0, asOf: expect.stringMatching(/Z$/) })
  })

  it('is poked into reading what is new', async () => {
    const { handle, changed } = sync()
    await complete(handle)
    changed.length = 0
    utility.feed.push(upsert('account', anAccount({ balance: 1 }), 2))
    await caughtUp(handle)
    expect(inCache((db) => findAccount(db, 'a-1'))?.balance).toBe(1)
    await eventually(() => expect(changed.flat()).toEqual(['account']))
  })
})

describe('what the feed may do', () => {
  it('S23 a stale revision has no effect, also after a deletion', async () => {
    utility.feed.push(upsert('account', anAccount({ balance: 5 }), 5), upsert('account', anAccount({ balance: 4 }), 4))
    utility.feed.push(remove('invoice', 'i-1', 3), upsert('invoice', anInvoice(), 2))
    const { handle } = sync()
    await complete(handle)
    expect(inCache((db) => findAccount(db, 'a-1'))?.balance).toBe(5)
    expect(inCache((db) => listInvoices(db, 'a-1'))).toEqual([])
  })

  it('an unknown entity is skipped and not counted', async () => {
    utility.feed.push({ entity: 'hologram', op: 'upsert', id: 'h-1', rev: 1, data: { id: 'h-1' } })
    const { handle } = sync()
    await complete(handle)
    expect(handle.status()).toMatchObject({ changesApplied: 3, setAside: 0 })
  })

  it('S24 a bad change is set aside and counted, the rest applied; a good one after it clears it', async () => {
    const { total: _total, ...withoutTotal } = anInvoice({ id: 'i-2', number: 'AA 0000 0002' })
    const oddStatus = { ...anInvoice({ id: 'i-3', number: 'AA 0000 0003' }), status: 'enchanted' }
    utility.feed.push(upsert('invoice', withoutTotal), upsert('invoice', oddStatus), { entity: 'invoice', op: 'upsert', id: 'i-4', rev: 1 })
    utility.feed.push(upsert('invoice', anInvoice({ id: 'i-5', number: 'AA 0000 0005' })))
    const { handle } = sync()
    await complete(handle)
    expect(handle.status()).toMatchObject({ changesApplied: 4, setAside: 3 })
    const noted = inCache((db) => db.prepare('SELECT id, reason FROM set_aside ORDER BY id').all())
    expect(noted).toEqual([
      { id: 'i-2', reason: 'data total invalid_type' },
      { id: 'i-3', reason: 'data status invalid_value' },
      { id: 'i-4', reason: 'no-data' },
    ])
    utility.feed.push(upsert('invoice', anInvoice({ id: 'i-2', number: 'AA 0000 0002' }), 2))
    await caughtUp(handle)
    await eventually(() => expect(handle.status()).toMatchObject({ setAside: 2 }))
    expect(inCache((db) => listInvoices(db, 'a-1')).map(({ id }) => id)).toEqual(['i-2', 'i-5', 'i-1'])
  })

  it('S53 a pattern that cannot be obeyed is set aside and counted while its zone is served, until it is mended', async () => {
    const zone = (pattern: string) => aZone({ identifiers: { account: { pattern } } })
    utility.feed.push(upsert('zone', zone('(?=.*)[0-9]+'), 5))
    const { handle } = sync()
    await complete(handle)
    expect(handle.status()).toMatchObject({ setAside: 1 })
    expect(inCache((db) => findZone(db, aZone().id))?.identifiers).toEqual({ account: {} })
    utility.feed.push(upsert('zone', zone('[0-9]+'), 6))
    await caughtUp(handle)
    await eventually(() => expect(handle.status()).toMatchObject({ setAside: 0 }))
    expect(inCache((db) => findZone(db, aZone().id))?.identifiers).toEqual({ account: { pattern: '[0-9]+' } })
  })

  it('with an account goes what carries its id, and only what comes later returns with it', async () => {
    const { handle } = sync()
    await complete(handle)
    utility.feed.push(remove('account', 'a-1', 2), upsert('invoice', anInvoice({ id: 'i-2', number: 'AA 0000 0002' })))
    await caughtUp(handle)
    expect(inCache((db) => listInvoices(db, 'a-1'))).toEqual([])
    expect(inCache((db) => db.prepare("SELECT data FROM invoice WHERE id = 'i-1'").pluck().get())).toBeNull()
    utility.feed.push(upsert('account', anAccount(), 3), upsert('invoice', anInvoice(), 1))
    await caughtUp(handle)
    expect(inCache((db) => listInvoices(db, 'a-1')).map(({ id }) => id)).toEqual(['i-2'])
  })

  it('deletes an account in the middle of the first load', async () => {
    utility.pageSize = 2
    utility.feed.push(remove('account', 'a-1', 2), upsert('account', anAccount(), 3), upsert('invoice', anInvoice({ id: 'i-2' })))
    const { handle } = sync()
    await complete(handle)
    expect(inCache((db) => listInvoices(db, 'a-1')).map(({ id }) => id)).toEqual(['i-2'])
    expect(inCache((db) => db.prepare("SELECT name FROM sqlite_schema WHERE name LIKE '%stage%'").all())).toEqual([])
  })
})

describe('a load that is interrupted', () => {
  it('goes on from its cursor after a restart', async () => {
    utility.pageSize = 1
    utility.intercept = (request, response) => {
      if (!request.url?.includes('cursor=2')) return false
      sendJson(response, 503, { type: 'about:blank', title: 'Later', status: 503 })
      return true
    }
    const first = sync()
    await eventually(() => expect(inCache(readFeedState)).toMatchObject({ staging: true, stageCursor: '2', complete: false }))
    expect(inCache((db) => listZones(db))).toEqual([])
    await first.handle.stop()
    utility.intercept = null
    utility.requests.length = 0
    const second = sync()
    await complete(second.handle)
    expect(utility.requests.filter((path) => path.startsWith('/v1/changes?'))).toEqual([`/v1/changes?cursor=2&limit=${LARGEST.firstLoad}`])
    expect(inCache((db) => listInvoices(db, 'a-1'))).toHaveLength(1)
  })

  it('S21 after 410 the old cache is served until the new one is whole, whatever its revisions', async () => {
    utility.feed = [upsert('zone', aZone(), 9), upsert('account', anAccount(), 9), upsert('invoice', anInvoice(), 9)]
    const { handle } = sync()
    await complete(handle)
    let release: (() => void) | null = null
    let expired = false
    utility.feed = [upsert('zone', aZone({ name: 'Saltillo' })), upsert('account', anAccount())]
    utility.intercept = (request, response) => {
      if (request.url?.includes('cursor=3') && !expired) {
        expired = true
        sendJson(response, 410, { type: 'urn:problem:cursor-expired', title: 'Start again', status: 410 })
        return true
      }
      if (!expired || release || !request.url?.startsWith('/v1/changes?')) return false
      release = () => sendJson(response, 200, { changes: utility.feed, cursor: '2', hasMore: false, serverTime: new Date().toISOString() })
      return true
    }
    handle.poke()
    await eventually(() => expect(release).not.toBeNull())
    expect(inCache(readFeedState)).toMatchObject({ complete: true, staging: true, cursor: '3' })
    expect(inCache((db) => listInvoices(db, 'a-1'))).toHaveLength(1)
    release!()
    await eventually(() => expect(inCache(readFeedState)).toMatchObject({ staging: false, cursor: '2' }))
    expect(inCache((db) => listZones(db)).map(({ name }) => name)).toEqual(['Saltillo'])
    expect(inCache((db) => listInvoices(db, 'a-1'))).toEqual([])
    expect(inCache((db) => db.prepare("SELECT name FROM sqlite_schema WHERE name = 'invoice_by_number'").all())).toHaveLength(1)
  })

  it("another kiosk's credentials empty the cache first", async () => {
    const first = sync()
    await complete(first.handle)
    await first.handle.stop()
    utility.feed = [upsert('zone', aZone({ id: 'z-2', name: 'Otra' }))]
    const second = sync({ clientId: 'another' })
    expect(second.handle.status()).toMatchObject({ complete: false, asOf: null })
    await complete(second.handle)
    expect(inCache((db) => listZones(db)).map(({ id }) => id)).toEqual(['z-2'])
    expect(inCache((db) => findAccount(db, 'a-1'))).toBeNull()
  })
})

describe('answers that are none', () => {
  const misanswers: [string, (url: string) => { type: string; body: string }][] = [
    ['S28 a captive portal', () => ({ type: 'text/html', body: '<html>Inicie sesión</html>' })],
    ['S22 a truncated page', () => ({ type: 'application/json', body: '{"changes":[{"entity":"zone","op":"ups' })],
    ['S22 a cursor that never moves', (url) => ({ type: 'application/json', body: stuckPage(url) })],
  ]
  const stuckPage = (url: string) =>
    JSON.stringify({
      changes: [],
      cursor: new URL(url, 'http://x').searchParams.get('cursor') ?? '0',
      hasMore: true,
      serverTime: '2026-11-21T16:42:00Z',
    })

  it.each(misanswers)('%s moves nothing, is told as offline, and the next good answer mends it', async (_name, misanswer) => {
    const { handle } = sync()
    await complete(handle)
    const before = inCache(readFeedState)
    utility.intercept = (request, response) => {
      if (!request.url?.startsWith('/v1/changes?')) return false
      const { type, body } = misanswer(request.url)
      response.writeHead(200, { 'content-type': type }).end(body)
      return true
    }
    await eventually(() => {
      handle.poke()
      expect(handle.status().online).toBe(false)
    })
    expect(inCache(readFeedState)).toEqual(before)
    utility.intercept = null
    utility.feed.push(upsert('account', anAccount({ balance: 1 }), 2))
    await caughtUp(handle)
    await eventually(() => expect(handle.status().online).toBe(true))
  })
})

it('a worker that dies of a bug is logged without its data and started again', async () => {
  const { handle, clock, logged } = sync()
  await complete(handle)
  inCache((db) => db.exec('ALTER TABLE account RENAME TO mislaid'))
  utility.feed.push(upsert('account', anAccount({ balance: 1 }), 2))
  handle.poke()
  await eventually(() => expect(logged.join()).toContain('"msg":"bug"'))
  expect(handle.status().online).toBe(false)
  expect(logged.join()).not.toContain(anAccount().holder.documentNumber)
  inCache((db) => db.exec('ALTER TABLE mislaid RENAME TO account'))
  clock.advance(5000)
  await caughtUp(handle)
  expect(inCache((db) => findAccount(db, 'a-1'))?.balance).toBe(1)
})
