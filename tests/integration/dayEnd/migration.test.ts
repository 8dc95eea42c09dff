import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { createAudit } from '../../../electron/audit/audit.ts'
import { migrate } from '../../../electron/cache/migrate.ts'
import { migrations } from '../../../electron/cache/migrations/index.ts'
import { fakeClock } from '../../fakes/clock.ts'

const BEFORE = 250

it('a command that was refused before gets the time that the audit knows, and one of which it knows none stays without', () => {
  const db = new Database(':memory:')
  migrate(
    db,
    migrations.filter(({ version }) => version < BEFORE),
  )
  const insert = db.prepare(`INSERT INTO command (id, form_id, session_id, kind, local_folio, captured_at, body, state, attempts, refusal)
    VALUES (@id, @id, 's', 'question', @id, '2026-11-20T10:00:00.000Z', x'7b7d', @state, 1, @refusal)`)
  for (const id of ['told', 'untold']) insert.run({ id, state: 'refused', refusal: '{"code":"x","detail":""}' })
  insert.run({ id: 'pending', state: 'pending', refusal: null })
  const { record } = createAudit({ db, clock: fakeClock('2026-11-21T16:42:00Z') })
  for (const id of ['told', 'other']) record({ who: 'system', what: 'command.refused', subject: { commandId: id, folio: id }, outcome: 'x' })
  migrate(db, migrations)
  expect(db.prepare('SELECT id, refused_at FROM command ORDER BY id').raw().all()).toEqual([
    ['pending', null],
    ['told', '2026-11-21T16:42:00.000Z'],
    ['untold', null],
  ])
  db.close()
})
