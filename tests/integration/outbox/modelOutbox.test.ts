import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createApiClient } from '../../../electron/api/client.ts'
import { createAudit } from '../../../electron/audit/audit.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { createOutbox } from '../../../electron/outbox/create.ts'
import { createArchive } from '../../../electron/sandbox/archive.ts'
import { sampleBranch } from '../../../electron/sandbox/sampleKiosk.ts'
import { accountId } from '../../../electron/sandbox/sample/account.ts'
import { startSandbox, type Sandbox } from '../../../electron/sandbox/server.ts'
import { fakeClock, type FakeClock } from '../../fakes/clock.ts'
import { createDice, type Dice } from '../../model/dice.ts'
import { createFilings, type Filing } from '../../model/filings.ts'
import { createLedger, type Ledger } from '../../model/ledger.ts'
import { misbehave } from '../../model/mischief.ts'
import { until } from '../../model/until.ts'
import { judge, nothingWrong } from '../../model/verdict.ts'

/** Another number of runs, or a run to be seen again: `MODEL_RUNS=500 MODEL_SEED=7 vitest run modelOutbox`. */
const numRuns = Number(process.env.MODEL_RUNS ?? 25)
const seed = process.env.MODEL_SEED === undefined ? {} : { seed: Number(process.env.MODEL_SEED) }

const steps = ['file', 'file', 'file', 'again', 'mischief', 'mischief', 'pass', 'work', 'work', 'jump', 'restart', 'forget'] as const
type Step = (typeof steps)[number]

const today = '2026-11-21'
const accounts = [0, 1, 2].flatMap((index) => createArchive(3, today).findAccount(accountId(index))?.account ?? [])
const log = pino({ level: 'silent' })

let directory: string
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'model-outbox-'))
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

/** The real outbox on real files before a real sandbox, under a clock that only the script moves. */
function openOutbox(sandbox: Sandbox, clock: FakeClock, dice: Dice) {
  const dataDir = mkdtempSync(join(directory, 'run-'))
  const databaseFile = join(dataDir, 'ventanilla.db')
  const { url: baseUrl, clientId, clientSecret } = sandbox

  function start() {
    const db = openDatabase(databaseFile, { role: 'durable' })
    db.prepare('INSERT OR IGNORE INTO branch (only, data) VALUES (1, ?)').run(JSON.stringify({ ...sampleBranch, serverTime: '2026-11-21T16:42:00Z' }))
    const api = createApiClient({ baseUrl, clientId, clientSecret, log, clock })
    const audit = createAudit({ db, clock })
    const outbox = createOutbox({ db, dataDir, clock, log, audit, api, machine: 'm', onChanged: () => undefined, random: dice.roll })
    return { db, api, outbox }
  }

  async function stop(): Promise<void> {
    await running.outbox.stop()
    await running.api.close()
    running.db.close()
  }

  let running = start()
  return {
    databaseFile,
    get outbox() {
      return running.outbox
    },
    stop,
    async restart() {
      await stop()
      running = start()
    },
  }
}

type Subject = ReturnType<typeof openOutbox>

function file({ outbox }: Subject, ledger: Ledger, filing: Filing): void {
  ledger.ask(filing)
  const { formId } = filing.order
  const answer = outbox.file(filing.order)
  ledger.hear([answer.ok ? { formId, filed: answer.value } : { formId, problem: answer.problem.code }])
}

interface World {
  subject: Subject
  sandbox: Sandbox
  clock: FakeClock
  ledger: Ledger
  dice: Dice
  nextFiling: () => Filing
}

async function act(step: Step, { subject, sandbox, clock, ledger, dice, nextFiling }: World): Promise<void> {
  switch (step) {
    case 'file':
      return file(subject, ledger, nextFiling())
    case 'again':
      return ledger.asked.size > 0 ? file(subject, ledger, dice.pick([...ledger.asked.values()]).filing) : undefined
    case 'mischief':
      return misbehave(sandbox, dice)
    case 'pass':
      return clock.advance(dice.below(20 * 60_000))
    case 'work':
      return void (await wait(dice.below(20)))
    case 'jump':
      return clock.setWall(dice.pick(['2025-11-21T16:42:00Z', '2026-11-20T23:59:59Z', '2026-11-21T16:00:00Z', '2027-11-21T16:42:00Z']))
    case 'restart':
      return subject.restart()
    case 'forget':
      return sandbox.forgetKeys()
  }
}

async function play(script: readonly Step[], dice: Dice): Promise<void> {
  const sandbox = await startSandbox({ accounts: 3, today })
  const clock = fakeClock()
  const subject = openOutbox(sandbox, clock, dice)
  const ledger = createLedger()
  const world = { subject, sandbox, clock, ledger, dice, nextFiling: createFilings(dice, accounts, today) }
  try {
    for (const step of script) await act(step, world)
    sandbox.faults.set(null)
    await until('everything is delivered', () => {
      clock.advance(10 * 60_000)
      return subject.outbox.status().pending === 0
    })
  } finally {
    await subject.stop()
    await sandbox.close()
  }
  expect(judge(subject.databaseFile, ledger, sandbox)).toEqual(nothingWrong)
}

it('S01 S10 S11 S25 S26 whatever the utility and the clock do, each filing has one effect, in order', async () => {
  const scripts = fc.tuple(fc.array(fc.constantFrom(...steps), { minLength: 5, maxLength: 50 }), fc.integer())
  await fc.assert(
    fc.asyncProperty(scripts, ([script, dice]) => play(script, createDice(dice))),
    { numRuns, ...seed, interruptAfterTimeLimit: 300_000 },
  )
}, 600_000)
