import Database from 'better-sqlite3'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../../electron/audit/verify.ts'
import type { WritableDb } from '../../../electron/cache/db.ts'
import { damageOf, firstDamage, tablesOf } from '../../../electron/cache/check.ts'
import { migrate } from '../../../electron/cache/migrate.ts'
import { migrations } from '../../../electron/cache/migrations/index.ts'
import { requestRecovery } from '../../../electron/recovery/files.ts'
import { insertSignature, signaturesOf } from '../../../electron/cache/queries/daySignatures.ts'
import { readFeedState } from '../../../electron/cache/queries/feed.ts'
import { damages, spoilPage, type Damage } from '../../fixtures/storage/damage.ts'
import { createDurableKiosk, fillCache, type DurableKiosk } from '../../fixtures/storage/durableKiosk.ts'
import { createDice } from '../../model/dice.ts'
import { checkFile, queryByCli } from '../../model/sqliteCli.ts'

let kiosk: DurableKiosk
beforeEach(() => {
  kiosk = createDurableKiosk()
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

/** A morning of filings: with a backup in the middle of it, if there is one. Answers the audit as it was. */
async function promise({ backup }: { backup: boolean }): Promise<{ audit: AuditRow[] }> {
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
  return { audit }
}

const auditOf = (db: WritableDb): AuditRow[] => db.prepare<[], AuditRow>('SELECT seq, at, who, what, subject, detail FROM audit ORDER BY seq').all()

/** Everything that was acknowledged is there, once, as it was filed; and what is promised next repeats nothing. */
async function expectKept(before: readonly AuditRow[]): Promise<{ kept: number }> {
  const { db, ...running } = kiosk.start()
  const acknowledged = [...kiosk.acknowledged]
  const found = db
    .prepare<[], { id: string; localFolio: string; body: Buffer; state: string }>('SELECT id, local_folio AS localFolio, body, state FROM command ORDER BY seq')
    .all()
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
  expect(next.map(({ what }) => what)).toEqual(['audit.recovered', ...Array<string>(3).fill('command.filed'), ...Array<string>(20).fill('print.requested')])
  // What is missing of the chain is said by a row of it: nobody takes a recovery for tampering.
  expect(verifyAudit(db)).toMatchObject({ segments: [{ what: 'audit.recovered' }], firstBad: null })
  const texts = new Set(after.map((row) => JSON.stringify(row)))
  await running.stop()
  expect(checkFile(kiosk.databaseFile, 'integrity_check')).toBe('ok')
  return { kept: before.filter((row) => texts.has(JSON.stringify(row))).length }
}

/** A start, and the check of the whole file that follows it: what the start does not look at is found there. Answers whether it found damage. */
async function lookAfter(): Promise<boolean> {
  const { db, stop } = kiosk.start()
  const damage = firstDamage(tablesOf(db), (table) => damageOf(db, table))
  if (damage !== null) requestRecovery(kiosk.dataDir)
  await stop()
  return damage !== null || incidents().length > 0
}

const incidents = (): string[] => queryByCli<{ code: string }>(kiosk.databaseFile, 'SELECT code FROM incident ORDER BY id').map(({ code }) => code)

describe('S18 after damage to the database file', () => {
  const random: readonly Damage[] = ['randomBytes', 'fewBytes']
  const cases = (Object.keys(damages) as Damage[]).flatMap((damage) => (random.includes(damage) ? [2, 3, 4, 5] : [2, 3]).map((seed) => ({ damage, seed })))
  it.each(cases)('$damage ($seed), what was promised is all there and nothing repeats', async ({ damage, seed }) => {
    const backup = seed !== 3
    const { audit } = await promise({ backup })
    const dice = createDice(seed)
    // Some random bytes fall where a page is empty: then more follow.
    do damages[damage](kiosk.databaseFile, dice)
    while (!(await lookAfter()))
    const { kept } = await expectKept(audit)
    if (backup) expect(kept).toBeGreaterThanOrEqual(60)
    expect(incidents()).toEqual(['database-recovered'])
  })
})

/** The pages on which a table's rows stand. */
function leavesOf(table: string): number[] {
  const sql = `SELECT pageno FROM dbstat WHERE name = '${table}' AND pagetype = 'leaf' ORDER BY path`
  return queryByCli<{ pageno: number }>(kiosk.databaseFile, sql).map(({ pageno }) => pageno)
}

describe('S18 signatures of days survive', () => {
  const sign = (db: WritableDb, number: number): void =>
    insertSignature(db, {
      ...{ day: '2026-11-21', number, signedAt: `2026-11-21T2${number}:00:00.000Z`, clerkId: '17', clerkName: 'Lucía' },
      ...{ figures: `{"number":${number}}`, digest: String(number).repeat(64), auditSeq: number, auditHash: 'a'.repeat(64) },
    })

  it.each(['file', 'backup'] as const)('as they were written, each once, as far as the %s knows them', async (source) => {
    const { db, ...running } = kiosk.start()
    sign(db, 1)
    running.file(40)
    running.backUp()
    sign(db, 2)
    const before = signaturesOf(db, '2026-11-21')
    await running.stop()
    if (source === 'file') spoilPage(kiosk.databaseFile, leavesOf('command')[0] ?? 0, createDice(1))
    else damages.zeroes(kiosk.databaseFile)
    await lookAfter()
    const { db: after, stop } = kiosk.start()
    expect(incidents()).toEqual(['database-recovered'])
    expect(signaturesOf(after, '2026-11-21')).toEqual(source === 'file' ? before : before.slice(0, 1))
    expect(() => after.exec('DELETE FROM day_signature')).toThrow('signatures are append-only')
    await stop()
  })
})

describe('S18 a damaged file is read as far as it can be', () => {
  it('around a page that is lost, from both sides, without any copy', async () => {
    const { audit } = await promise({ backup: false })
    const leaves = leavesOf('audit')
    expect(leaves.length).toBeGreaterThanOrEqual(3)
    spoilPage(kiosk.databaseFile, leaves[1] ?? 0, createDice(1))
    await lookAfter()
    const { kept } = await expectKept(audit)
    const perPage = Math.ceil(audit.length / leaves.length)
    expect(kept).toBeGreaterThanOrEqual(audit.length - 2 * perPage)
    expect(kept).toBeLessThan(audit.length)
  })

  it('keeps what the file alone knows: what was delivered stays delivered', async () => {
    await promise({ backup: false })
    spoilPage(kiosk.databaseFile, leavesOf('audit')[0] ?? 0, createDice(1))
    await lookAfter()
    const { db, stop } = kiosk.start()
    expect(db.prepare('SELECT count(*) FROM command WHERE state = ?').pluck().get('delivered')).toBe(5)
    await stop()
  })

  it('without losing anything where only the cache is damaged, which is loaded anew', async () => {
    const { audit } = await promise({ backup: false })
    for (const page of leavesOf('invoice')) spoilPage(kiosk.databaseFile, page, createDice(page))
    await lookAfter()
    const { kept } = await expectKept(audit)
    expect(kept).toBe(audit.length)
    const { db, stop } = kiosk.start()
    expect(readFeedState(db)).toMatchObject({ complete: false, cursor: null, origin: null })
    expect(kiosk.copies.at(-1)).not.toMatch(/ \d{4}$/)
    await stop()
  })

  it('gives back from the journal what went with the write-ahead log', async () => {
    const running = kiosk.start()
    running.file(10)
    const early = ['', '-wal'].map((suffix) => ({ suffix, bytes: readFileSync(kiosk.databaseFile + suffix) }))
    running.file(10)
    await running.stop()
    for (const { suffix, bytes } of early) writeFileSync(kiosk.databaseFile + suffix, bytes)
    const { db, stop } = kiosk.start()
    const ids = db.prepare('SELECT id FROM command ORDER BY seq').pluck().all()
    expect(ids).toEqual(kiosk.acknowledged.map(({ id }) => id))
    await stop()
    expect(incidents()).toEqual(['commands-restored'])
  })

  it('sets the damaged files aside, the newest two of them', async () => {
    for (let time = 0; time < 3; time += 1) {
      const running = kiosk.start()
      // A counter that jumped past everything gives its next number when that is due.
      kiosk.clock.advance(60_000)
      running.file()
      await running.stop()
      damages.zeroes(kiosk.databaseFile)
    }
    const { stop } = kiosk.start()
    const aside = readdirSync(kiosk.dataDir).filter((name) => name.includes('corrupt'))
    expect(aside).toHaveLength(2)
    expect(statSync(join(kiosk.dataDir, aside[0] ?? '')).size).toBeGreaterThan(0)
    await stop()
  })

  it('asks nobody to believe what a backup says of a job that was open when it was made', async () => {
    const running = kiosk.start()
    insertJob(running.db, 'document_id, document_name')
    running.backUp()
    running.db.exec("UPDATE print_job SET state = 'confirmed'")
    await running.stop()
    damages.zeroes(kiosk.databaseFile)
    const { db, stop } = kiosk.start()
    expect(db.prepare('SELECT id, state, document_id FROM print_job').all()).toEqual([{ id: 'j-1', state: 'unknown', document_id: 'i-1' }])
    await stop()
  })

  it('keeps the keys of online payments, and what became of each as the damaged file knows it', async () => {
    const running = kiosk.start()
    const insert = running.db.prepare(`
      INSERT INTO online_payment (id, account_id, bank_id, bank_name, invoices, amount, body, opened_at, state, payment_id, reference, checkout_url, expires_at)
      VALUES (?, 'a-1', 'b-1', 'BBVA', '[]', 100, x'7b7d', '2026-11-21T16:00:00Z', 'pending', 'pi', 'r', 'https://b.example/', '2026-11-21T16:15:00Z')`)
    insert.run('k-1')
    running.backUp()
    running.db.exec("UPDATE online_payment SET state = 'paid'")
    insert.run('k-2')
    await running.stop()
    requestRecovery(kiosk.dataDir)
    const recovered = kiosk.start()
    const states = () => recovered.db.prepare('SELECT id, state FROM online_payment ORDER BY seq').all()
    expect(states()).toEqual([
      { id: 'k-1', state: 'paid' },
      { id: 'k-2', state: 'pending' },
    ])
    await recovered.stop()
    damages.zeroes(kiosk.databaseFile)
    const { db, stop } = kiosk.start()
    expect(db.prepare('SELECT id, state FROM online_payment ORDER BY seq').all()).toEqual([{ id: 'k-1', state: 'pending' }])
    await stop()
  })

  it('reads a file that an older program left', async () => {
    const old = new Database(kiosk.databaseFile)
    migrate(
      old,
      migrations.filter(({ version }) => version <= 70),
    )
    insertJob(old, 'invoice_id, invoice_number')
    old.close()
    requestRecovery(kiosk.dataDir)
    const { db, stop } = kiosk.start()
    expect(db.prepare('SELECT id, document_id, document_name FROM print_job').all()).toEqual([{ id: 'j-1', document_id: 'i-1', document_name: 'DE 1' }])
    expect(db.prepare("SELECT last_number FROM invoice_copy WHERE invoice_id = 'i-1'").pluck().get()).toBe(4)
    await stop()
  })
})

function insertJob(db: WritableDb, documentColumns: string): void {
  db.exec(`
    INSERT INTO print_job (id, session_id, account_id, ${documentColumns}, who, business_date, asked_at, kind, copy_number, state)
    VALUES ('j-1', 's-1', 'a-1', 'i-1', 'DE 1', 'invoiceHolder', '2026-11-21', 1, 'duplicate', 4, 'queued')`)
}
