import { closeSync, openSync, writeSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import Database from 'better-sqlite3'
import { migrate } from '../../../electron/cache/migrate.ts'
import { migrations } from '../../../electron/cache/migrations/index.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { findAccount } from '../../../electron/cache/queries/accounts.ts'
import { listSetAside, readFeedState } from '../../../electron/cache/queries/feed.ts'
import { findByInvoiceNumber, listInvoices } from '../../../electron/cache/queries/invoices.ts'
import { findRequestByLocalFolio, listRequests } from '../../../electron/cache/queries/requests.ts'
import { listZones } from '../../../electron/cache/queries/zones.ts'
import { originOf } from '../../../electron/sync/origin.ts'
import { LARGEST } from '../../../electron/sync/pageSize.ts'
import { beginStaging } from '../../../electron/sync/staging.ts'
import { remove, sendJson, upsert, type FakeUtility } from '../../fakes/utility.ts'
import { aFedRequest, aZone, anAccount, anInvoice } from '../../fixtures/accounts/branchData.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { accessTo, aSynced, aUtility, caughtUp, startSyncing, temporaryDatabase, type Syncing } from '../../fixtures/feed/syncing.ts'

const feedAsked = ({ requests }: FakeUtility) => requests.filter((path) => path.startsWith('/v1/changes?'))

describe('everything loaded anew', () => {
  it('on demand: beside what is served, in small pages, once however often it is asked for', async () => {
    const { utility, sync } = await aSynced()
    utility.feed = [upsert('zone', aZone({ name: 'Saltillo' })), upsert('account', anAccount())]
    utility.requests.length = 0
    const held: (() => void)[] = []
    utility.intercept = (request, response) => {
      if (!request.url?.startsWith('/v1/changes?limit')) return false
      held.push(() => sendJson(response, 200, { changes: utility.feed, cursor: '2', hasMore: false, serverTime: new Date().toISOString() }))
      return true
    }
    sync.handle.resync()
    await eventually(() => expect(held).toHaveLength(1))
    sync.handle.resync()
    expect(sync.inCache(readFeedState)).toMatchObject({ complete: true, staging: true, cursor: '3' })
    expect(sync.inCache((db) => listInvoices(db, 'a-1'))).toHaveLength(1)
    held[0]?.()
    await eventually(() => expect(sync.inCache(readFeedState)).toMatchObject({ staging: false, cursor: '2' }))
    expect(sync.inCache((db) => listZones(db)).map(({ name }) => name)).toEqual(['Saltillo'])
    expect(sync.inCache((db) => listInvoices(db, 'a-1'))).toEqual([])
    expect(feedAsked(utility)).toContain('/v1/changes?limit=2000')
    expect(sync.statuses.at(-1)?.complete).toBe(true)
  })

  it('S21 410 in the middle of it begins it again, serves the old cache until the swap, and leaves the outbox alone', async () => {
    const { utility, sync } = await aSynced()
    const filed = `INSERT INTO command (id, form_id, session_id, kind, local_folio, captured_at, body, state, attempts)
      VALUES ('c-1', 'f-1', 's-1', 'claim', 'K07-20261121-00017', '2026-11-21T16:42:00Z', x'7b7d', 'pending', 0)`
    sync.inCache((db) => db.exec(filed))
    const outbox = () => sync.inCache((db) => db.prepare('SELECT * FROM command').all())
    const before = outbox()
    expect(before).toHaveLength(1)
    utility.feed = [upsert('zone', aZone({ name: 'Saltillo' })), upsert('account', anAccount())]
    utility.pageSize = 1
    const expired = new Set<string>()
    const servedThen: unknown[] = []
    utility.intercept = ({ url = '' }, response) => {
      const cursor = /cursor=(\d)/.exec(url)?.[1]
      if (cursor === undefined || expired.size === 2 || expired.has(cursor)) return false
      expired.add(cursor)
      servedThen.push(sync.inCache((db) => listInvoices(db, 'a-1')).length)
      sendJson(response, 410, { type: 'urn:problem:cursor-expired', title: 'Start again', status: 410 })
      return true
    }
    await eventually(() => {
      sync.handle.poke()
      expect(sync.inCache(readFeedState)).toMatchObject({ staging: false, cursor: '2' })
    })
    expect([...expired]).toEqual(['3', '1'])
    expect(servedThen).toEqual([1, 1])
    expect(sync.inCache((db) => listZones(db)).map(({ name }) => name)).toEqual(['Saltillo'])
    expect(outbox()).toEqual(before)
  })

  it('a load that a new shape of the tables dropped is begun anew', async () => {
    const utility = await aUtility()
    const databaseFile = temporaryDatabase()
    const old = new Database(databaseFile)
    old.pragma('journal_mode = WAL')
    migrate(
      old,
      migrations.filter(({ version }) => version < 70),
    )
    old.prepare('UPDATE feed_state SET origin = ?').run(originOf(accessTo(utility)))
    beginStaging(old)
    old.exec("INSERT INTO stage_zone (id, rev, deleted, data) VALUES ('z-gone', 1, 0, '{}'); UPDATE feed_state SET stage_cursor = '1'")
    old.close()
    const sync = startSyncing(accessTo(utility), databaseFile)
    await sync.complete()
    expect(feedAsked(utility)[0]).toBe(`/v1/changes?limit=${LARGEST.firstLoad}`)
    expect(sync.inCache((db) => listZones(db)).map(({ id }) => id)).toEqual(['z-mty'])
    expect(sync.handle.status()).toMatchObject({ changesApplied: 3 })
  })
})

it('a cursor that no call could carry is no answer: nothing of its page is stored', async () => {
  const { utility, sync } = await aSynced()
  utility.intercept = ({ url }, response) => {
    if (!url?.startsWith('/v1/changes?')) return false
    const changes = [upsert('account', anAccount({ balance: 1 }), 2)]
    sendJson(response, 200, { changes, cursor: 'c'.repeat(5_000), hasMore: false, serverTime: new Date().toISOString() })
    return true
  }
  sync.handle.poke()
  await eventually(() => expect(sync.logged.join()).toContain('not-an-answer'))
  expect(sync.inCache(readFeedState).cursor).toBe('3')
  expect(sync.inCache((db) => findAccount(db, 'a-1'))?.balance).toBe(anAccount().balance)
  utility.intercept = null
  utility.feed.push(upsert('account', anAccount({ balance: 2 }), 2))
  await caughtUp(sync, utility)
  expect(sync.inCache((db) => findAccount(db, 'a-1'))?.balance).toBe(2)
})

it('a start that brings nothing new tells nothing as changed', async () => {
  const { utility, sync } = await aSynced()
  await sync.handle.stop()
  const second = startSyncing(accessTo(utility), sync.databaseFile)
  await second.complete()
  expect(second.changed).toEqual([])
})

describe('S22 a feed that goes on without getting anywhere', () => {
  const endless: [string, unknown[]][] = [
    ['with empty pages', []],
    ['with the same page again and again', [upsert('account', anAccount())]],
  ]
  it.each(endless)('%s, under ever new cursors, is left, reported, and read on when it has an end', async (_name, changes) => {
    const { utility, sync } = await aSynced()
    let pages = 0
    utility.intercept = ({ url }, response) => {
      if (!url?.startsWith('/v1/changes?')) return false
      sendJson(response, 200, { changes, cursor: `x${++pages}`, hasMore: true, serverTime: new Date().toISOString() })
      return true
    }
    sync.handle.poke()
    await eventually(() => expect(sync.handle.status().online).toBe(false))
    expect(sync.logged.join()).toContain('"failure":"stuck"')
    expect(pages).toBeLessThan(600)
    if (changes.length === 0) expect(sync.inCache(readFeedState).cursor).toBe('3')
    expect(sync.inCache((db) => listInvoices(db, 'a-1'))).toHaveLength(1)
    utility.intercept = ({ url }, response) => {
      if (!url?.startsWith('/v1/changes?')) return false
      sendJson(response, 200, {
        changes: [upsert('account', anAccount({ balance: 1 }), 2)],
        cursor: 'end',
        hasMore: false,
        serverTime: new Date().toISOString(),
      })
      return true
    }
    await eventually(() => {
      sync.handle.poke()
      expect(sync.inCache((db) => findAccount(db, 'a-1'))?.balance).toBe(1)
    })
    await eventually(() => expect(sync.handle.status().online).toBe(true))
  })
})

describe('an account and what is its own', () => {
  const byNumber = ({ inCache }: Syncing) => inCache((db) => findByInvoiceNumber(db, { zoneId: 'z-mty', invoiceKey: 'DE40432503' }))

  it('what comes before its account appears with it', async () => {
    const { sync } = await aSynced([upsert('invoice', anInvoice()), upsert('zone', aZone()), upsert('account', anAccount())])
    expect(byNumber(sync)).toHaveLength(1)
  })

  it('S24 what belongs to an account that is set aside stays hidden, and appears when that is mended', async () => {
    const { balance: _balance, ...incomplete } = anAccount()
    const { utility, sync } = await aSynced([upsert('zone', aZone()), upsert('account', incomplete), upsert('invoice', anInvoice())])
    expect(byNumber(sync)).toEqual([])
    expect(sync.inCache((db) => listInvoices(db, 'a-1'))).toEqual([])
    await eventually(() => expect(sync.handle.status().setAside).toBe(1))
    expect(sync.inCache((db) => listSetAside(db, 10))).toEqual([{ entity: 'account', id: 'a-1', rev: 1, reason: 'data balance invalid_type' }])
    const reports = () => sync.logged.filter((line) => line.includes('set aside'))
    await eventually(() => expect(reports()).toEqual([expect.stringContaining('"count":1,"entities":{"account":1}')]))
    utility.feed.push(upsert('account', incomplete))
    await caughtUp(sync, utility)
    expect(reports()).toHaveLength(1)
    utility.feed.push(upsert('account', anAccount(), 2))
    await caughtUp(sync, utility)
    expect(byNumber(sync)).toHaveLength(1)
    expect(sync.inCache((db) => listSetAside(db, 10))).toEqual([])
  })

  it('S23 deleted, then upserted with a revision that is not higher: it and its own stay gone', async () => {
    const { utility, sync } = await aSynced()
    utility.feed.push(remove('account', 'a-1', 5), upsert('account', anAccount(), 5), upsert('account', anAccount(), 4))
    utility.feed.push(upsert('invoice', anInvoice({ id: 'i-2', number: 'AA 0000 0002' })))
    await caughtUp(sync, utility)
    expect(sync.inCache((db) => findAccount(db, 'a-1'))).toBeNull()
    expect(sync.inCache((db) => listInvoices(db, 'a-1'))).toEqual([])
    utility.feed.push(upsert('account', anAccount(), 6))
    await caughtUp(sync, utility)
    expect(sync.inCache((db) => listInvoices(db, 'a-1')).map(({ id }) => id)).toEqual(['i-2'])
    utility.feed.push(upsert('invoice', anInvoice(), 2))
    await caughtUp(sync, utility)
    expect(sync.inCache((db) => listInvoices(db, 'a-1')).map(({ id }) => id)).toEqual(['i-2', 'i-1'])
  })

  it('requests are told as changed, also those that go with their account; one that comes after it stays hidden', async () => {
    const { utility, sync } = await aSynced()
    sync.changed.length = 0
    utility.feed.push(upsert('request', aFedRequest()))
    await caughtUp(sync, utility)
    await eventually(() => expect(sync.changed).toEqual(['request']))
    expect(sync.inCache((db) => listRequests(db, 'a-1'))).toHaveLength(1)
    sync.changed.length = 0
    utility.feed.push(remove('account', 'a-1', 2))
    await caughtUp(sync, utility)
    await eventually(() => expect(sync.changed.toSorted()).toEqual(['account', 'invoice', 'request']))
    utility.feed.push(upsert('request', aFedRequest({ id: 'q-2', localFolio: 'K07-20261121-00025' })))
    await caughtUp(sync, utility)
    expect(sync.inCache((db) => findRequestByLocalFolio(db, 'K07-20261121-00025'))).toBeNull()
    utility.feed.push(upsert('account', anAccount(), 3))
    await caughtUp(sync, utility)
    expect(sync.inCache((db) => findRequestByLocalFolio(db, 'K07-20261121-00025'))?.id).toBe('q-2')
  })
})

it('S18 a corrupt file is told once, and ends the sync instead of starting it over and over', async () => {
  const { utility, sync } = await aSynced()
  await sync.handle.stop()
  const db = openDatabase(sync.databaseFile, { role: 'feed' })
  const page = db.prepare<[], number>("SELECT rootpage FROM sqlite_schema WHERE name = 'account'").pluck().get() ?? 0
  const pageSize = Number(db.pragma('page_size', { simple: true }))
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  const file = openSync(sync.databaseFile, 'r+')
  writeSync(file, Buffer.alloc(pageSize, 0xab), 0, pageSize, (page - 1) * pageSize)
  closeSync(file)
  utility.feed.push(upsert('account', anAccount({ balance: 1 }), 2))
  const second = startSyncing(accessTo(utility), sync.databaseFile)
  await eventually(() => expect(second.corrupt()).toBe(1))
  await second.handle.stop()
  expect(second.corrupt()).toBe(1)
  expect(second.handle.status().online).toBe(false)
  expect(second.logged.join()).toContain('database corrupt')
})
