import { openDatabase } from '../../electron/cache/openDatabase.ts'
import { readFeedState } from '../../electron/cache/queries/feed.ts'
import { applyBatch } from '../../electron/sync/apply.ts'
import { toBatch, type Batch } from '../../electron/sync/batch.ts'
import { feedTables, widthOf } from '../../electron/sync/feedTables.ts'
import type { Change } from '../../shared/utility-api/generated/types.gen.ts'
import { customerAt } from '../fixtures/search/people.ts'
import { upserted } from '../fixtures/search/searchWorld.ts'

const PAGES = 5
const PAGE = 2_000
const STORED = 300_000

/** Of so many accounts one is new and one has another holder, address and numbers; the others have another balance, as after every bill and payment. */
const ONE_IN = 20

function changeAt(place: number): Change {
  const account = customerAt(place * 7)
  if (place % ONE_IN === 0) return upserted('account', customerAt(STORED + place))
  if (place % ONE_IN === 1) return upserted('account', { ...customerAt(STORED + 100_000 + place), id: account.id }, 2)
  account.balance = place
  return upserted('account', account, 2)
}

const pages = (from: string | null): Batch[] =>
  Array.from({ length: PAGES }, (_, number) => {
    const changes = Array.from({ length: PAGE }, (__, offset) => changeAt(number * PAGE + offset))
    return toBatch(number === 0 ? from : `u-${number}`, { changes, cursor: `u-${number + 1}`, hasMore: true, serverTime: '2026-11-21T16:42:00Z' })
  })

/** Rows a second, as the sync writes them. */
export function upkeepAsSet(file: string): number {
  const db = openDatabase(file, { role: 'feed' })
  const batches = pages(readFeedState(db).cursor)
  const started = performance.now()
  for (const batch of batches) if (!applyBatch(db, batch, (work) => work()).accepted) throw new Error('a page was not accepted')
  const rate = (PAGES * PAGE) / ((performance.now() - started) / 1000)
  db.close()
  return rate
}

const TRIGGERS = `
  CREATE TRIGGER account_added AFTER INSERT ON account BEGIN
    INSERT INTO account_search (rowid, name, place, keys) VALUES (new.rowid, new.name_words, new.place_words, new.key_words);
  END;
  CREATE TRIGGER account_changed AFTER UPDATE ON account BEGIN
    INSERT INTO account_search (account_search, rowid, name, place, keys) VALUES ('delete', old.rowid, old.name_words, old.place_words, old.key_words);
    INSERT INTO account_search (rowid, name, place, keys) VALUES (new.rowid, new.name_words, new.place_words, new.key_words);
  END;`

/** Rows a second, by a bare upsert and the triggers of FTS5's own documentation; without a dictionary. */
export function upkeepByTriggers(file: string): number {
  const db = openDatabase(file, { role: 'feed' })
  const batches = pages(readFeedState(db).cursor)
  const account = feedTables.find(({ entity }) => entity === 'account')
  if (!account) throw new Error('the feed has no accounts')
  db.exec(TRIGGERS)
  const names = ['id', 'rev', 'deleted', ...account.columns, 'data']
  const set = names.slice(1).map((name) => `${name} = excluded.${name}`)
  const upsert = db.prepare<[unknown[]]>(
    `INSERT INTO account (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
     ON CONFLICT (id) DO UPDATE SET ${set.join(', ')} WHERE excluded.rev > account.rev`,
  )
  const width = widthOf(account)
  const started = performance.now()
  for (const { cells } of batches) {
    db.transaction(() => {
      for (let at = 0; at < cells.length; at += width) upsert.run(cells.slice(at, at + width))
    })()
  }
  const rate = (PAGES * PAGE) / ((performance.now() - started) / 1000)
  db.close()
  return rate
}
