import { expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { unite } from '../../../electron/recovery/unite.ts'

/** A database in which somebody has guessed so often. */
function withMisses(misses: Record<string, number>) {
  const db = openDatabase(':memory:', { role: 'durable' })
  onTestFinished(() => void db.close())
  for (const [clerk, count] of Object.entries(misses)) db.prepare('INSERT INTO clerk_throttle (clerk, misses) VALUES (?, ?)').run(clerk, count)
  db.prepare('INSERT INTO sign_in_throttle (bucket, misses) VALUES (?, ?)').run(-1, misses[''] ?? 0)
  return db
}

it('a recovery forgives no guessing: the highest count that anybody knows goes on', () => {
  const db = withMisses({ '': 1 })
  unite(db, { rescued: withMisses({ '': 7, 'c-1': 5 }), backup: withMisses({ '': 4, 'c-1': 6, 'c-2': 2 }), journal: { entries: [], closings: [] } })
  expect(db.prepare('SELECT clerk, misses FROM clerk_throttle ORDER BY clerk').raw().all()).toEqual([
    ['', 7],
    ['c-1', 6],
    ['c-2', 2],
  ])
  expect(db.prepare('SELECT bucket, misses FROM sign_in_throttle').raw().all()).toEqual([[-1, 7]])
})
