import { describe, expect, it } from 'vitest'
import { findRequestByLocalFolio, listRequests, isInFeed } from '../../../electron/cache/queries/requests.ts'
import { listZones } from '../../../electron/cache/queries/zones.ts'
import { folioKey } from '../../../shared/domain/folio.ts'
import { remove, upsert, type FakeUtility } from '../../fakes/utility.ts'
import { aFedRequest, aZone, anAccount } from '../../fixtures/accounts/branchData.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { aSynced, caughtUp, type Syncing } from '../../fixtures/feed/syncing.ts'

describe('a request that the feed withdrew', () => {
  const mine = { id: '0190F3A1-0000-7000-8000-000000000017', localFolio: 'K07-20261121-00017' }
  const inFeed = ({ inCache }: Syncing) => inCache((db) => isInFeed(db, { id: mine.id.toLowerCase(), localFolio: folioKey(mine.localFolio) }))

  /** Everything is loaded anew, from this feed. */
  async function resynced({ utility, sync }: { utility: FakeUtility; sync: Syncing }, feed: unknown[]): Promise<void> {
    utility.feed = [...feed, upsert('zone', aZone({ name: 'Saltillo' }))]
    sync.handle.resync()
    await eventually(() => expect(sync.inCache((db) => listZones(db)).map(({ name }) => name)).toEqual(['Saltillo']))
  }
  const start = [upsert('zone', aZone()), upsert('account', anAccount())]

  it('is not on its way again once everything was loaded anew, however often', async () => {
    const synced = await aSynced([...start, upsert('request', aFedRequest({ commandId: mine.id }), 4), remove('request', 'q-1', 5)])
    expect(inFeed(synced.sync)).toBe(true)
    await resynced(synced, [upsert('account', anAccount())])
    expect(inFeed(synced.sync)).toBe(true)
    synced.utility.feed = [upsert('zone', aZone({ name: 'Monclova' }), 2)]
    synced.sync.handle.resync()
    await eventually(() => expect(synced.sync.inCache((db) => listZones(db)).map(({ name }) => name)).toEqual(['Monclova']))
    expect(inFeed(synced.sync)).toBe(true)
    expect(synced.sync.inCache((db) => findRequestByLocalFolio(db, folioKey(mine.localFolio)))).toBeNull()
  })

  it('comes back with any revision that the new start or a later page tells of it', async () => {
    const synced = await aSynced([...start, upsert('request', aFedRequest(), 4), remove('request', 'q-1', 5)])
    await resynced(synced, [upsert('account', anAccount())])
    synced.utility.feed.push(upsert('request', aFedRequest(), 1))
    await caughtUp(synced.sync, synced.utility)
    expect(synced.sync.inCache((db) => listRequests(db, 'a-1'))).toHaveLength(1)
  })

  it('is another matter than one that was there and that the new start does not know', async () => {
    const synced = await aSynced([...start, upsert('request', aFedRequest({ commandId: mine.id }), 4)])
    await resynced(synced, [upsert('account', anAccount())])
    expect(inFeed(synced.sync)).toBe(false)
  })
})
