import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { zCommand } from '../../../shared/utility-api/generated/zod.gen.ts'
import { markRestored } from '../../../electron/outbox/restoreDetector.ts'
import { journalFile } from '../../../electron/outbox/journal.ts'
import { sampleBranch } from '../../../electron/sandbox/sampleKiosk.ts'
import { accountId } from '../../../electron/sandbox/sample/account.ts'
import { startSandbox } from '../../../electron/sandbox/server.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { temporaryFolder } from '../../fixtures/shell/loopback.ts'
import { accessTo, anOrder, question, startOutboxKiosk, type OutboxKiosk } from '../../fixtures/outbox/outboxKiosk.ts'

const problemOf = (kiosk: OutboxKiosk, change = {}) => {
  const filed = kiosk.outbox.file(anOrder(change))
  return filed.ok ? null : filed.problem
}
/** The counter in a folio. */
const numberOf = ({ localFolio }: { localFolio: string }): number => Number(/-(\d{4})\d$/.exec(localFolio)?.[1])
const rowsOf = (kiosk: OutboxKiosk) =>
  ['command', 'folio_day', 'audit'].map((table) => kiosk.db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get())

describe('filing', () => {
  it('answers with a command that is stored, with folio, time and bytes', () => {
    const kiosk = startOutboxKiosk({ clock: fakeClock('2026-11-21T16:42:00Z') })
    const order = anOrder({ accountId: 'a-1', actor: { kind: 'clerk', clerkId: 'c-9' } })
    const filed = kiosk.outbox.file(order)
    expect(filed).toMatchObject({
      ok: true,
      value: { formId: order.formId, state: 'pending', attempts: 0, localFolio: 'K07-20261121-00014', capturedAt: '2026-11-21T16:42:00.000Z' },
    })
    if (!filed.ok) return
    const { id, body } = filed.value
    // Version 7 by the program's clock.
    expect(parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.parse('2026-11-21T16:42:00Z'))
    expect(id[14]).toBe('7')
    expect(zCommand.parse(JSON.parse(body.toString()))).toEqual({
      ...order.message,
      id,
      accountId: 'a-1',
      kioskId: 'centro-07',
      localFolio: 'K07-20261121-00014',
      capturedAt: '2026-11-21T16:42:00.000Z',
      actor: order.actor,
    })
    expect(kiosk.db.prepare('SELECT who, what FROM audit').all()).toEqual([{ who: 'clerk:c-9', what: 'command.filed' }])
  })

  it('the same form files once, and answers what became of it', () => {
    const kiosk = startOutboxKiosk()
    const order = anOrder()
    const first = kiosk.outbox.file(order)
    expect(kiosk.outbox.file({ ...order, message: question('Otra') })).toEqual(first)
    expect(rowsOf(kiosk)).toEqual([1, 1, 1])
  })

  it('a message that the specification does not know is a bug, and leaves nothing behind', () => {
    const kiosk = startOutboxKiosk()
    expect(() => kiosk.outbox.file(anOrder({ message: question('x'.repeat(2_001)) }))).toThrow()
    expect(rowsOf(kiosk)).toEqual([0, 0, 0])
  })

  it('before the utility has said which branch this is nothing is filed', () => {
    const kiosk = startOutboxKiosk({ branch: null })
    expect(kiosk.outbox.status()).toEqual({ pending: 0, refused: 0, oldestPendingAt: null, filing: 'not-enrolled' })
    expect(problemOf(kiosk)).toEqual({ code: 'not-enrolled' })
    kiosk.setBranch(sampleBranch)
    expect(kiosk.outbox.status().filing).toBe('open')
    expect(numberOf(kiosk.file())).toBe(1)
    expect(kiosk.outbox.status()).toMatchObject({ pending: 1, oldestPendingAt: kiosk.changed[0]?.capturedAt })
  })

  it('without room on the disk nothing is half done, and it goes on when there is room', () => {
    const kiosk = startOutboxKiosk()
    kiosk.file()
    const before = rowsOf(kiosk)
    kiosk.db.pragma('wal_checkpoint(TRUNCATE)')
    kiosk.db.pragma('max_page_count = 1')
    const order = anOrder({ message: question('x'.repeat(2_000)) })
    const refused = Array.from({ length: 20 }, () => kiosk.outbox.file({ ...order, formId: randomUUID() })).filter((filed) => !filed.ok)
    expect(refused.at(-1)).toEqual({ ok: false, problem: { code: 'cannot-store' } })
    const [commands = 0, , audits = 0] = rowsOf(kiosk)
    expect([commands - (before[0] ?? 0), audits - (before[2] ?? 0)]).toEqual([20 - refused.length, 20 - refused.length])
    kiosk.db.pragma('max_page_count = 1000000')
    expect(numberOf(kiosk.file())).toBe(commands + 1)
  })

  it('while another holds the file it is refused, not forgotten', () => {
    const kiosk = startOutboxKiosk()
    kiosk.db.pragma('busy_timeout = 1')
    const other = startOutboxKiosk({ dataDir: kiosk.dataDir, branch: null })
    other.db.exec('BEGIN IMMEDIATE')
    expect(problemOf(kiosk)).toEqual({ code: 'cannot-store' })
    other.db.exec('ROLLBACK')
    expect(numberOf(kiosk.file())).toBe(1)
  })
})

describe('folios', () => {
  it('count on after a restart, anew each day of the branch, and on when the clock goes back', async () => {
    const clock = fakeClock('2026-11-21T16:42:00Z')
    const kiosk = startOutboxKiosk({ clock })
    const folios = [kiosk.file(), kiosk.file()]
    await kiosk.stop()
    const again = startOutboxKiosk({ clock, dataDir: kiosk.dataDir })
    folios.push(again.file())
    // Midnight in Monterrey.
    clock.advance(13 * 3_600_000 + 17 * 60_000)
    folios.push(again.file())
    clock.advance(60_000)
    folios.push(again.file())
    clock.setWall('2026-11-21T16:42:00Z')
    folios.push(again.file())
    expect(folios.map(({ localFolio }) => localFolio.slice(4, -1))).toEqual([
      '20261121-0001',
      '20261121-0002',
      '20261121-0003',
      '20261121-0004',
      '20261122-0001',
      '20261121-0005',
    ])
  })

  it('jump past what the utility knows of this series and day', () => {
    const clock = fakeClock('2026-11-21T16:42:00Z')
    const kiosk = startOutboxKiosk({ clock })
    const insert = kiosk.db.prepare("INSERT INTO request (id, rev, deleted, data, local_folio) VALUES (?, 1, 0, '{}', ?)")
    for (const folio of ['K07-20261121-03106', 'K07-20261122-09999', 'K08-20261121-08888', null]) insert.run(randomUUID(), folio)
    expect(kiosk.file().localFolio.slice(4, -1)).toBe('20261121-0311')
  })

  it('that are given faster than the day passes wait, and say for how long', () => {
    const clock = fakeClock('2026-11-21T06:00:00Z')
    const kiosk = startOutboxKiosk({ clock })
    kiosk.db.exec("INSERT INTO folio_day VALUES ('K07', '2026-11-21', 999)")
    kiosk.file()
    expect(problemOf(kiosk)).toEqual({ code: 'folios-exhausted', retryAfterSeconds: 10 })
    clock.advance(10_000)
    expect(numberOf(kiosk.file())).toBe(1_001)
    kiosk.db.exec('UPDATE folio_day SET last_number = 9999')
    expect(problemOf(kiosk)).toEqual({ code: 'folios-exhausted', retryAfterSeconds: 24 * 3_600 - 10 })
    clock.advance((24 * 3_600 - 10) * 1_000)
    expect(kiosk.file().localFolio.slice(4, -1)).toBe('20261122-0001')
  })

  it('do not stop for hours when the clock is set back after a restore', async () => {
    const clock = fakeClock('2026-11-21T22:00:00Z')
    const kiosk = startOutboxKiosk({ clock })
    kiosk.file()
    await kiosk.stop()
    markRestored(kiosk.dataDir)
    const restored = startOutboxKiosk({ clock, dataDir: kiosk.dataDir })
    clock.setWall('2026-11-21T14:00:00Z')
    clock.advance(10_000)
    expect(numberOf(restored.file())).toBe(1_000 + (16 * 3_600) / 9.6 + 1)
    await restored.stop()
    const again = startOutboxKiosk({ clock, dataDir: kiosk.dataDir })
    expect(problemOf(again)).toMatchObject({ code: 'folios-exhausted', retryAfterSeconds: 10 })
    clock.advance(10_000)
    again.file()
  })
})

describe('a data directory', () => {
  const copy = (from: string, to: string): void => void execFileSync('cp', ['-a', from, to])
  const clock = () => fakeClock('2026-11-21T16:42:00Z')
  /** The last number that may have been given by now. */
  const ALLOWED = 1_000 + Math.floor((10 * 3_600 + 42 * 60) / 9.6)

  it.each([
    ['found on another machine', (kiosk: OutboxKiosk) => ({ dataDir: kiosk.dataDir, machine: 'machine-2' })],
    [
      'copied to another place',
      (kiosk: OutboxKiosk) => {
        const dataDir = join(temporaryFolder(), 'copy')
        copy(kiosk.dataDir, dataDir)
        return { dataDir }
      },
    ],
  ])('%s gives no folio until the utility enrols it anew', async (_name, take) => {
    const time = clock()
    const kiosk = startOutboxKiosk({ clock: time })
    const form = anOrder()
    kiosk.outbox.file(form)
    await kiosk.stop()
    const copied = startOutboxKiosk({ ...take(kiosk), clock: time })
    expect(copied.outbox.status().filing).toBe('other-machine')
    expect(problemOf(copied)).toEqual({ code: 'other-machine' })
    expect(copied.outbox.file(form).ok).toBe(true)
    copied.setBranch({ ...sampleBranch, folioSeries: 'K09' })
    expect(copied.outbox.status().filing).toBe('open')
    copied.outbox.wake()
    time.advance(10_000)
    expect(copied.file().localFolio.slice(0, 4)).toBe('K09-')
  })

  it.each([
    [
      'put back whole',
      (dataDir: string, before: string) => {
        rmSync(dataDir, { recursive: true })
        copy(before, dataDir)
      },
    ],
    ['put back over itself', (dataDir: string, before: string) => execFileSync('cp', ['-a', `${before}/.`, dataDir])],
    ['whose database alone was put back', (dataDir: string, before: string) => copy(join(before, 'ventanilla.db'), join(dataDir, 'ventanilla.db'))],
    ['that lost its journal', (dataDir: string) => rmSync(journalFile(dataDir))],
    ['that was recovered', (dataDir: string) => markRestored(dataDir)],
  ])('%s jumps past what may have been given', async (_name, change) => {
    const time = clock()
    const kiosk = startOutboxKiosk({ clock: time })
    kiosk.file()
    await kiosk.stop()
    const before = join(temporaryFolder(), 'before')
    copy(kiosk.dataDir, before)
    const later = startOutboxKiosk({ clock: time, dataDir: kiosk.dataDir })
    const lost = [later.file(), later.file(), later.file()]
    expect(lost.map(numberOf)).toEqual([2, 3, 4])
    await later.stop()
    change(kiosk.dataDir, before)
    const restored = startOutboxKiosk({ clock: time, dataDir: kiosk.dataDir, branch: null })
    time.advance(10_000)
    expect(numberOf(restored.file())).toBe(ALLOWED + 1)
    // Never for a day before that of the restore.
    time.setWall('2026-11-20T16:42:00Z')
    time.advance(10_000)
    expect(restored.file().localFolio.slice(4, -1)).toBe(`20261121-${ALLOWED + 2}`)
    await restored.stop()
    time.setWall('2026-11-22T16:42:00Z')
    expect(startOutboxKiosk({ clock: time, dataDir: kiosk.dataDir }).file().localFolio.slice(4, -1)).toBe('20261122-0001')
  })

  it('that was not touched jumps nowhere, however often it starts', async () => {
    const dataDir = temporaryFolder()
    const numbers: number[] = []
    for (let start = 0; start < 5; start++) {
      const kiosk = startOutboxKiosk({ dataDir })
      numbers.push(numberOf(kiosk.file()))
      await kiosk.stop()
    }
    expect(numbers).toEqual([1, 2, 3, 4, 5])
  })
})

it.each(['2027-11-21T16:42:00Z', '2025-11-21T16:42:00Z', '2026-11-20T01:00:00Z'])(
  'S26 with the clock set to %s order, folios and delivery are as ever',
  async (wrong) => {
    const clock = fakeClock('2026-11-21T16:42:00Z')
    const sandbox = await startSandbox({ accounts: 6, today: '2026-11-21', clock: fakeClock() })
    try {
      sandbox.faults.set('status', { paths: /commands/, times: 1, status: 500 })
      const kiosk = startOutboxKiosk({ clock, utility: accessTo(sandbox), random: () => 0.5 })
      const account = { accountId: accountId(0) }
      const filed = [kiosk.file(account)]
      await eventually(() => expect(kiosk.command(filed[0]?.id ?? '').attempts).toBe(1))
      clock.setWall(wrong)
      filed.push(kiosk.file(account), kiosk.file(account))
      clock.setWall('2026-11-21T16:43:00Z')
      filed.push(kiosk.file(account))
      clock.advance(500)
      await eventually(() => expect(kiosk.outbox.status().pending).toBe(0))
      expect(sandbox.commands().map(({ key }) => key)).toEqual(filed.map(({ id }) => id))
      expect(new Set(filed.map(({ localFolio }) => localFolio)).size).toBe(4)
      expect(filed.map(({ localFolio }) => localFolio.slice(4, -6))).toEqual([
        '20261121',
        ...Array<string>(2).fill(filed[1]?.capturedAt.startsWith('2026-11-20') ? '20261119' : wrong.slice(0, 10).replaceAll('-', '')),
        '20261121',
      ])
    } finally {
      await sandbox.close()
    }
  },
)
