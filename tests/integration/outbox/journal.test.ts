import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, rmdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { journalFile, readJournal } from '../../../electron/outbox/journal.ts'
import { trimJournal } from '../../../electron/outbox/trim.ts'
import { quiet } from '../../fixtures/shell/loopback.ts'
import { anOrder, question, startOutboxKiosk, type OutboxKiosk } from '../../fixtures/outbox/outboxKiosk.ts'

const ids = (kiosk: OutboxKiosk): string[] => readJournal(journalFile(kiosk.dataDir)).entries.map(({ id }) => id)
const lines = (kiosk: OutboxKiosk): string[] =>
  readFileSync(journalFile(kiosk.dataDir), 'utf8')
    .split('\n')
    .filter((line) => line !== '')

describe('the journal', () => {
  it('holds what was filed when the filing is acknowledged, for nobody else to read', () => {
    const kiosk = startOutboxKiosk()
    const { id, formId, sessionId, kind, accountId, localFolio, capturedAt, body } = kiosk.file({ accountId: 'a-1', message: question('¿Ñandú?') })
    expect(readJournal(journalFile(kiosk.dataDir)).entries).toEqual([{ id, formId, sessionId, kind, accountId, localFolio, capturedAt, body }])
    expect(statSync(journalFile(kiosk.dataDir)).mode & 0o777).toBe(0o600)
  })

  it('that is missing, or empty, tells nothing', () => {
    const kiosk = startOutboxKiosk({ branch: null })
    expect(ids(kiosk)).toEqual([])
    writeFileSync(journalFile(kiosk.dataDir), '')
    expect(ids(kiosk)).toEqual([])
  })

  it('is read past a damaged line, and past one that was cut off', () => {
    const kiosk = startOutboxKiosk()
    const [first, second, third] = [kiosk.file(), kiosk.file(), kiosk.file()]
    const damaged = (lines(kiosk)[1] ?? '').replace('question', 'questiom')
    writeFileSync(journalFile(kiosk.dataDir), [lines(kiosk)[0], damaged, lines(kiosk)[2], '\u0000\uffff{', lines(kiosk)[2]?.slice(0, 80)].join('\n'))
    expect(ids(kiosk)).toEqual([first.id, third.id])
    const next = kiosk.file()
    expect(ids(kiosk)).toEqual([first.id, third.id, next.id])
    expect(kiosk.command(second.id).state).toBe('pending')
  })

  it('that cannot be written loses nothing: the command stands, and is written with the next', () => {
    const kiosk = startOutboxKiosk()
    const first = kiosk.file()
    const path = journalFile(kiosk.dataDir)
    renameSync(path, `${path}.aside`)
    mkdirSync(path)
    const second = kiosk.file()
    expect(kiosk.command(second.id).state).toBe('pending')
    expect(kiosk.logged.join()).toContain('outbox journal write failed')
    rmdirSync(path)
    renameSync(`${path}.aside`, path)
    const third = kiosk.file()
    expect(ids(kiosk)).toEqual([first.id, second.id, third.id])
  })

  it('is made level with the database at the next start', async () => {
    const kiosk = startOutboxKiosk()
    const filed = [kiosk.file(), kiosk.file()]
    await kiosk.stop()
    writeFileSync(journalFile(kiosk.dataDir), `${lines(kiosk)[0]}\n`)
    expect(ids(startOutboxKiosk({ dataDir: kiosk.dataDir }))).toEqual(filed.map(({ id }) => id))
  })

  it('that cannot be read keeps nobody from filing', async () => {
    const kiosk = startOutboxKiosk()
    kiosk.file()
    await kiosk.stop()
    rmSync(journalFile(kiosk.dataDir))
    mkdirSync(journalFile(kiosk.dataDir))
    const again = startOutboxKiosk({ dataDir: kiosk.dataDir })
    expect(again.outbox.status()).toMatchObject({ pending: 1, filing: 'open' })
    expect(again.logged.join()).toContain('outbox journal read failed')
  })
})

describe('trimming', () => {
  function backUp(kiosk: OutboxKiosk): string {
    const backupFile = join(kiosk.dataDir, 'backup.db')
    rmSync(backupFile, { force: true })
    kiosk.db.exec(`VACUUM INTO '${backupFile}'`)
    return backupFile
  }
  const deliver = (kiosk: OutboxKiosk, ...filed: { id: string }[]): void => {
    for (const { id } of filed) kiosk.db.prepare("UPDATE command SET state = 'delivered', received_at = '2026-11-21T16:43:00Z' WHERE id = ?").run(id)
  }

  it('keeps what the copy does not tell, what waits, and the newest', async () => {
    const kiosk = startOutboxKiosk()
    const [one, two, three] = [kiosk.file(), kiosk.file(), kiosk.file()]
    deliver(kiosk, one, three)
    const backupFile = backUp(kiosk)
    const since = kiosk.file()
    deliver(kiosk, two, since)
    trimJournal({ dataDir: kiosk.dataDir, backupFile, log: quiet })
    expect(ids(kiosk)).toEqual([two.id, since.id])
    trimJournal({ dataDir: kiosk.dataDir, backupFile: backUp(kiosk), log: quiet })
    expect(ids(kiosk)).toEqual([since.id])
    const next = kiosk.file()
    expect(ids(kiosk)).toEqual([since.id, next.id])
    await kiosk.stop()
    // The journal still proves which folios were given: none is skipped.
    const folio = startOutboxKiosk({ dataDir: kiosk.dataDir }).file().localFolio
    expect(Number(folio.slice(13, 17))).toBe(Number(next.localFolio.slice(13, 17)) + 1)
  })

  it('leaves alone what was put back from a copy', async () => {
    const kiosk = startOutboxKiosk()
    const filed = [kiosk.file(), kiosk.file()]
    deliver(kiosk, ...filed)
    appendFileSync(journalFile(kiosk.dataDir), '\n')
    trimJournal({ dataDir: kiosk.dataDir, backupFile: backUp(kiosk), log: quiet })
    expect(ids(kiosk)).toEqual(filed.map(({ id }) => id))
  })

  it('without a copy that can be read changes nothing', () => {
    const kiosk = startOutboxKiosk()
    const { id } = kiosk.file()
    deliver(kiosk, { id }, kiosk.file())
    writeFileSync(join(kiosk.dataDir, 'torn.db'), 'no database')
    for (const name of ['torn.db', 'missing.db']) trimJournal({ dataDir: kiosk.dataDir, backupFile: join(kiosk.dataDir, name), log: quiet })
    expect(ids(kiosk)[0]).toBe(id)
    expect(kiosk.outbox.file(anOrder()).ok).toBe(true)
  })
})
