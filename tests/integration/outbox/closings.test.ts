import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fakeClock } from '../../fakes/clock.ts'
import { closingsAfter, findClosing, insertClosing } from '../../../electron/cache/queries/closings.ts'
import { countByState, markRefused, type StoredCommand } from '../../../electron/cache/queries/commands.ts'
import { openVerifiedDatabase } from '../../../electron/recovery/openVerified.ts'
import { journalFile, readJournal } from '../../../electron/outbox/journal.ts'
import { trimJournal } from '../../../electron/outbox/trim.ts'
import { quiet } from '../../fixtures/shell/loopback.ts'
import { anOrder, question, startOutboxKiosk, type OutboxKiosk } from '../../fixtures/outbox/outboxKiosk.ts'

const lucia = { kind: 'clerk', clerkId: 'c-1' } as const
const ramiro = { kind: 'clerk', clerkId: 'c-2' } as const
const REFUSED_AT = '2026-11-21T16:45:00.000Z'
const REFUSAL = { code: 'unknown-topic', detail: 'El tema no existe' }

function refuse(kiosk: OutboxKiosk): StoredCommand {
  const { id } = kiosk.file({ accountId: 'a-1' })
  markRefused(kiosk.db, id, REFUSAL, REFUSED_AT)
  return kiosk.command(id)
}
const correct = (kiosk: OutboxKiosk, { id: corrects }: { id: string }, more = {}) =>
  kiosk.outbox.file(anOrder({ accountId: 'a-1', actor: lucia, message: question('Corregida', 'tema-medidor'), corrects, ...more }))
const close = (kiosk: OutboxKiosk, { id: commandId }: { id: string }, reason = 'El cliente desistió') =>
  kiosk.outbox.close({ commandId, actor: ramiro, reason })
const problemOf = (result: ReturnType<typeof correct>): string | null => (result.ok ? null : result.problem.code)
const audited = (kiosk: OutboxKiosk) =>
  kiosk.db.prepare<[], { who: string; what: string; subject: string; detail: string | null }>('SELECT who, what, subject, detail FROM audit ORDER BY seq').all()
const closingLines = (kiosk: OutboxKiosk) => readJournal(journalFile(kiosk.dataDir)).closings

describe('what the utility refused', () => {
  it('is corrected by a command of its own folio, which waits; the old one stays, and wants nobody', () => {
    const kiosk = startOutboxKiosk()
    const old = refuse(kiosk)
    expect(kiosk.outbox.status()).toMatchObject({ pending: 0, refused: 1 })
    const filed = correct(kiosk, old)
    if (!filed.ok) throw new Error(filed.problem.code)
    expect(filed.value).toMatchObject({ state: 'pending', accountId: 'a-1' })
    expect(filed.value.localFolio).not.toBe(old.localFolio)
    expect(kiosk.command(old.id)).toEqual(old)
    expect(findClosing(kiosk.db, old.id)).toMatchObject({ who: 'clerk:c-1', correctedBy: filed.value.id, reason: null })
    expect(kiosk.outbox.status()).toMatchObject({ pending: 1, refused: 0 })
    // Both are told: lists show that the old one was seen to.
    expect(kiosk.changed.map(({ id }) => id).slice(-2)).toEqual([filed.value.id, old.id])
    expect(audited(kiosk).slice(-2)).toMatchObject([
      { who: 'clerk:c-1', what: 'command.filed' },
      { who: 'clerk:c-1', what: 'command.corrected' },
    ])
    expect(JSON.parse(audited(kiosk).at(-1)?.subject ?? '')).toEqual({
      ...{ commandId: old.id, folio: old.localFolio },
      ...{ correctedBy: filed.value.id, correctedByFolio: filed.value.localFolio },
    })
  })

  it('is closed with a reason, which the audit does not tell', () => {
    const kiosk = startOutboxKiosk()
    const old = refuse(kiosk)
    expect(close(kiosk, old)).toMatchObject({ ok: true })
    expect(findClosing(kiosk.db, old.id)).toMatchObject({ who: 'clerk:c-2', correctedBy: null, reason: 'El cliente desistió' })
    expect(kiosk.command(old.id)).toEqual(old)
    expect(kiosk.outbox.status()).toMatchObject({ pending: 0, refused: 0 })
    expect(audited(kiosk).at(-1)).toMatchObject({ who: 'clerk:c-2', what: 'command.closed' })
    expect(JSON.stringify(audited(kiosk))).not.toContain('desistió')
  })

  it('is seen to once: a second attempt of either is told so, and neither folio nor row is spent', () => {
    const kiosk = startOutboxKiosk()
    const [corrected, closed] = [refuse(kiosk), refuse(kiosk)]
    expect([problemOf(correct(kiosk, corrected)), problemOf(close(kiosk, closed))]).toEqual([null, null])
    const before = kiosk.db.prepare('SELECT (SELECT count(*) FROM command), (SELECT max(last_number) FROM folio_day), (SELECT count(*) FROM audit)').raw().get()
    for (const command of [corrected, closed]) {
      expect(problemOf(correct(kiosk, command, { actor: ramiro }))).toBe('settled-already')
      expect(problemOf(close(kiosk, command))).toBe('settled-already')
    }
    expect(
      kiosk.db.prepare('SELECT (SELECT count(*) FROM command), (SELECT max(last_number) FROM folio_day), (SELECT count(*) FROM audit)').raw().get(),
    ).toEqual(before)
    // The table itself holds no second one, whoever writes it, and changes none.
    const other = { commandId: corrected.id, at: '2026-11-21T16:42:00Z', who: 'clerk:c-9', correctedBy: null, reason: 'Otra' }
    expect(() => insertClosing(kiosk.db, other)).toThrow(/UNIQUE/)
    expect(() => kiosk.db.exec("UPDATE command_closing SET reason = 'x' WHERE reason IS NOT NULL")).toThrow(/never changes/)
    expect(() => kiosk.db.exec('DELETE FROM command_closing')).toThrow(/never removed/)
  })

  it('sent again, because the answer was lost, the same correction answers what it filed', () => {
    const kiosk = startOutboxKiosk()
    const old = refuse(kiosk)
    const order = { formId: 'form-1' }
    expect(correct(kiosk, old, order)).toEqual(correct(kiosk, old, order))
  })

  it('is corrected by a form of its own: one that filed something else files nothing in its place, and answers no success', () => {
    const kiosk = startOutboxKiosk()
    const [one, other] = [refuse(kiosk), refuse(kiosk)]
    const plain = kiosk.file({ accountId: 'a-1', formId: 'plain' })
    const corrected = correct(kiosk, one, { formId: 'form-1' })
    const changed = kiosk.changed.length
    expect(problemOf(correct(kiosk, other, { formId: 'form-1' }))).toBe('bad-request')
    expect(problemOf(correct(kiosk, other, { formId: 'plain' }))).toBe('bad-request')
    // Nor does a correction pass for what is filed by itself, nor what was filed for one account for another's.
    expect(problemOf(kiosk.outbox.file(anOrder({ accountId: 'a-1', formId: 'form-1' })))).toBe('bad-request')
    for (const accountId of ['a-2', null]) expect(problemOf(kiosk.outbox.file(anOrder({ accountId, formId: 'plain' })))).toBe('bad-request')
    expect(kiosk.outbox.status()).toMatchObject({ refused: 1 })
    expect(kiosk.changed).toHaveLength(changed)
    expect(correct(kiosk, one, { formId: 'form-1' })).toEqual(corrected)
    expect(kiosk.file({ accountId: 'a-1', formId: 'plain' })).toEqual(plain)
    expect(problemOf(correct(kiosk, other, { formId: 'form-2' }))).toBeNull()
  })

  it('is what was refused, and nothing else', () => {
    const kiosk = startOutboxKiosk()
    const waiting = kiosk.file()
    for (const [command, problem] of [
      [waiting, 'not-refused'],
      [{ id: 'nobody' }, 'not-found'],
    ] as const) {
      expect(problemOf(correct(kiosk, command))).toBe(problem)
      expect(problemOf(close(kiosk, command))).toBe(problem)
    }
  })

  it('that cannot be stored is closed by nobody', () => {
    const kiosk = startOutboxKiosk()
    const old = refuse(kiosk)
    kiosk.db.pragma('query_only = ON')
    expect([problemOf(correct(kiosk, old)), problemOf(close(kiosk, old))]).toEqual(['cannot-store', 'cannot-store'])
    kiosk.db.pragma('query_only = OFF')
    expect(countByState(kiosk.db)).toMatchObject({ pending: 0, refused: 1 })
  })
})

describe('the journal of what was seen to', () => {
  it('has it when it is acknowledged, with why it was refused, before what corrects it', () => {
    const kiosk = startOutboxKiosk()
    const [one, other] = [refuse(kiosk), refuse(kiosk)]
    correct(kiosk, one)
    close(kiosk, other)
    expect(closingLines(kiosk)).toEqual(closingsAfter(kiosk.db, null))
    expect(closingLines(kiosk)).toMatchObject([
      { commandId: one.id, refusal: REFUSAL, reason: null },
      { commandId: other.id, refusal: REFUSAL, reason: 'El cliente desistió', correctedBy: null },
    ])
    const text = readFileSync(journalFile(kiosk.dataDir), 'utf8')
    expect(text.indexOf(`"commandId":"${one.id}"`)).toBeLessThan(text.indexOf(`"id":"${closingLines(kiosk)[0]?.correctedBy}"`))
  })

  it('is made level with the database at the next start, with the correction that was delivered meanwhile', async () => {
    const kiosk = startOutboxKiosk()
    const [one, other] = [refuse(kiosk), refuse(kiosk)]
    const before = readFileSync(journalFile(kiosk.dataDir))
    const filed = correct(kiosk, one)
    close(kiosk, other)
    if (!filed.ok) throw new Error(filed.problem.code)
    kiosk.db.prepare("UPDATE command SET state = 'delivered', received_at = '2026-11-21T16:43:00Z' WHERE id = ?").run(filed.value.id)
    await kiosk.stop()
    writeFileSync(journalFile(kiosk.dataDir), before)
    const again = startOutboxKiosk({ dataDir: kiosk.dataDir })
    expect(closingLines(again).map(({ commandId }) => commandId)).toEqual([one.id, other.id])
    expect(readJournal(journalFile(again.dataDir)).entries.map(({ id }) => id)).toContain(filed.value.id)
  })

  it('leaves out what a copy tells, but the newest: up to it the database was written', async () => {
    const kiosk = startOutboxKiosk()
    const all = [refuse(kiosk), refuse(kiosk), refuse(kiosk)]
    for (const each of all.slice(0, 2)) close(kiosk, each)
    const backupFile = join(kiosk.dataDir, 'backup.db')
    kiosk.db.exec(`VACUUM INTO '${backupFile}'`)
    trimJournal({ dataDir: kiosk.dataDir, backupFile, log: quiet })
    expect(closingLines(kiosk).map(({ commandId }) => commandId)).toEqual([all[1]?.id])
    await kiosk.stop()
    const again = startOutboxKiosk({ dataDir: kiosk.dataDir })
    // Nothing is written twice.
    expect(closingLines(again)).toHaveLength(1)
    close(again, { id: all[2]?.id ?? '' })
    expect(closingLines(again).map(({ commandId }) => commandId)).toEqual([all[1]?.id, all[2]?.id])
  })
})

describe('a database that is older than what was acknowledged', () => {
  async function setBack() {
    const clock = fakeClock('2026-11-21T16:42:00Z')
    const kiosk = startOutboxKiosk({ clock })
    const databaseFile = join(kiosk.dataDir, 'ventanilla.db')
    // Filed, and not refused yet, when the copy is made.
    const filed = [kiosk.file({ accountId: 'a-1' }), kiosk.file({ accountId: 'a-1' })]
    const copy = join(kiosk.dataDir, 'copy.db')
    kiosk.db.exec(`VACUUM INTO '${copy}'`)
    for (const { id } of filed) markRefused(kiosk.db, id, REFUSAL, REFUSED_AT)
    const [one, other] = filed as [StoredCommand, StoredCommand]
    const correction = correct(kiosk, one)
    close(kiosk, other)
    await kiosk.stop()
    for (const suffix of ['', '-wal', '-shm']) rmSync(databaseFile + suffix, { force: true })
    copyFileSync(copy, databaseFile)
    if (!correction.ok) throw new Error(correction.problem.code)
    return { dataDir: kiosk.dataDir, databaseFile, clock, one, other, correction: correction.value }
  }

  it('learns from the journal what was corrected and closed, and sends none of it again', async () => {
    const { dataDir, databaseFile, clock, one, other, correction } = await setBack()
    openVerifiedDatabase({ databaseFile, dataDir, clock, log: quiet }).close()
    const again = startOutboxKiosk({ dataDir, clock })
    expect([one, other].map(({ id }) => again.command(id))).toMatchObject([
      { state: 'refused', refusal: REFUSAL },
      { state: 'refused', refusal: REFUSAL },
    ])
    expect(again.command(correction.id)).toMatchObject({ state: 'pending', localFolio: correction.localFolio })
    expect(findClosing(again.db, one.id)?.correctedBy).toBe(correction.id)
    expect(findClosing(again.db, other.id)?.reason).toBe('El cliente desistió')
    expect(problemOf(correct(again, one, { actor: ramiro }))).toBe('settled-already')
    expect(again.db.prepare('SELECT code, detail FROM incident').all()).toEqual([{ code: 'commands-restored', detail: '{"commands":1,"closings":2}' }])
  })

  it('takes a correction whose own line is torn for none: the refusal can be corrected', async () => {
    const { dataDir, databaseFile, clock, one, correction } = await setBack()
    const text = readFileSync(journalFile(dataDir), 'utf8')
    writeFileSync(
      journalFile(dataDir),
      text
        .split('\n')
        .map((line) => (line.includes(`"id":"${correction.id}"`) ? line.slice(0, -20) : line))
        .join('\n'),
    )
    const db = openVerifiedDatabase({ databaseFile, dataDir, clock, log: quiet })
    expect(findClosing(db, one.id)).toBeNull()
    db.close()
  })
})
