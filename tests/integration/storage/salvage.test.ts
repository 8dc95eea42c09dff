import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Db } from '../../../electron/cache/db.ts'
import { damageOf, firstDamage, tablesOf } from '../../../electron/cache/check.ts'
import { wantSalvage } from '../../../electron/cache/openSound.ts'
import { damages, type Damage } from '../../fixtures/damage.ts'
import { createPromisingKiosk, fillCache, type PromisingKiosk } from '../../fixtures/promisingKiosk.ts'
import { createDice } from '../../model/dice.ts'
import { checkFile, queryByCli } from '../../model/sqliteCli.ts'

let kiosk: PromisingKiosk
beforeEach(() => {
  kiosk = createPromisingKiosk()
})
afterEach(() => kiosk.remove())

interface AuditRow {
  seq: number
  at: string
  who: string
  what: string
  subject: string
  detail: string | null
}

/** A morning of promises: with a backup in the middle of it, if there is one. Answers the audit as it was. */
async function promise({ backup }: { backup: boolean }): Promise<AuditRow[]> {
  const { db, ...running } = kiosk.start()
  fillCache(db, 300)
  running.file(25)
  running.takeCopies(35)
  for (const command of kiosk.acknowledged.slice(0, 5)) running.deliver(command)
  if (backup) running.backUp()
  running.file(15)
  running.takeCopies(12)
  const audit = auditOf(db)
  await running.stop()
  return audit
}

const auditOf = (db: Db): AuditRow[] => db.prepare<[], AuditRow>('SELECT seq, at, who, what, subject, detail FROM audit ORDER BY seq').all()

/** Everything that was acknowledged is there, once, as it was filed; and what is promised next repeats nothing. */
async function expectKept(before: readonly AuditRow[]): Promise<{ kept: number }> {
  const { db, ...running } = kiosk.start()
  const acknowledged = [...kiosk.acknowledged]
  const found = db.prepare<[], { id: string; localFolio: string; body: Buffer; state: string }>(
    'SELECT id, local_folio AS localFolio, body, state FROM command ORDER BY seq',
  ).all()
  expect(found.map(({ id }) => id)).toEqual(acknowledged.map(({ id }) => id))
  expect(found.map(({ body, localFolio }) => [localFolio, body.toString()])).toEqual(acknowledged.map(({ body, localFolio }) => [localFolio, body.toString()]))

  kiosk.clock.advance(60_000)
  running.file(3)
  const folios = kiosk.acknowledged.map(({ localFolio }) => localFolio)
  expect(new Set(folios).size).toBe(folios.length)
  running.takeCopies(20)
  expect(new Set(kiosk.copies).size).toBe(kiosk.copies.length)

  const after = auditOf(db)
  const seqs = after.map(({ seq }) => seq)
  expect(seqs).toEqual([...new Set(seqs)].toSorted((one, other) => one - other))
  const next = after.filter(({ seq }) => seq > (before.at(-1)?.seq ?? 0))
  expect(next.map(({ what }) => what)).toEqual([...Array<string>(3).fill('command.filed'), ...Array<string>(20).fill('print.requested')])
  const texts = new Set(after.map((row) => JSON.stringify(row)))
  await running.stop()
  expect(checkFile(kiosk.databaseFile, 'integrity_check')).toBe('ok')
  return { kept: before.filter((row) => texts.has(JSON.stringify(row))).length }
}

/** A start, and the check of the whole file that follows it: what the start does not look at is found there. */
async function lookAfter(): Promise<void> {
  const { db, stop } = kiosk.start()
  const damage = firstDamage(tablesOf(db), (table) => damageOf(db, table))
  if (damage !== null) wantSalvage(kiosk.dataDir)
  await stop()
}

const incidents = (): string[] => queryByCli<{ code: string }>(kiosk.databaseFile, 'SELECT code FROM incident ORDER BY id').map(({ code }) => code)

describe('S18 after damage to the database file', () => {
  const seeds = [1, 2, 3]
  it.each((Object.keys(damages) as Damage[]).flatMap((damage) => seeds.map((seed) => ({ damage, seed }))))(
    '$damage ($seed), what was promised is all there and nothing repeats',
    async ({ damage, seed }) => {
      const backup = seed !== 3
      const before = await promise({ backup })
      damages[damage](kiosk.databaseFile, createDice(seed))
      await lookAfter()
      const { kept } = await expectKept(before)
      if (backup) expect(kept).toBeGreaterThanOrEqual(60)
      expect(incidents()).toEqual(['database-salvaged'])
    },
  )
})
