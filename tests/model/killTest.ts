import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../electron/cache/openDatabase.ts'
import { startSandbox, type Sandbox } from '../../electron/sandbox/server.ts'
import { bundleCore } from '../fixtures/processes/processBundle.ts'
import { answersOfOracle, answersOfQueries, holdingOfFile, holdingOfOracle, setAsideInFile } from './cacheView.ts'
import { createDice } from './dice.ts'
import { createKilling } from './killing.ts'
import { consultOracle, type Oracle } from './oracle.ts'
import { readFeed } from './sandboxFeed.ts'
import { judge, type Verdict } from './verdict.ts'

const today = '2026-11-21'

/** What a kill test saw. */
export interface KillOutcome {
  cycles: number
  /** Filings that customers asked for, were promised, and that were taken by the utility. */
  asked: number
  promised: number
  delivered: number
  verdict: Verdict
  /** The cache and what it should hold. */
  cache: CacheView
  oracle: CacheView
}

/** What SQLite's own program sees in the file, and what the program's queries answer. */
interface CacheView {
  holding: object
  setAside: string[]
  answers: object
}

interface KillOptions {
  seed: number
  cycles: number
  onCycle?: (cycle: number) => void
}

/** Kills a kiosk so many times in the middle of everything, lets it come to rest, and looks at what is left. */
export async function runKillTest({ seed, cycles, onCycle = () => undefined }: KillOptions): Promise<KillOutcome> {
  const folder = mkdtempSync(join(tmpdir(), 'killed-'))
  const sandbox = await startSandbox({ accounts: 6, today, pageLimit: 200 })
  const bundle = await bundleCore()
  try {
    const { changes: sample } = await readFeed(sandbox)
    const killing = createKilling({ program: bundle.program, folder, sandbox, sample, today, dice: createDice(seed) })
    for (let cycle = 1; cycle <= cycles; cycle++) {
      if (cycle === Math.ceil(cycles / 10)) await killing.enrol()
      await killing.cycle()
      onCycle(cycle)
    }
    await killing.comeToRest(async () => (await readFeed(sandbox)).cursor)
    return await describe(killing, sandbox, cycles)
  } finally {
    bundle.remove()
    await sandbox.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function describe({ ledger, databaseFile }: ReturnType<typeof createKilling>, sandbox: Sandbox, cycles: number): Promise<KillOutcome> {
  const oracle = consultOracle((await readFeed(sandbox)).changes)
  return {
    cycles,
    asked: ledger.asked.size,
    promised: ledger.promised.length,
    delivered: sandbox.commands().length,
    verdict: judge(databaseFile, ledger, sandbox),
    cache: { holding: holdingOfFile(databaseFile), setAside: setAsideInFile(databaseFile), answers: askQueries(databaseFile, oracle) },
    oracle: { holding: holdingOfOracle(oracle), setAside: oracle.setAside(), answers: answersOfOracle(oracle) },
  }
}

function askQueries(databaseFile: string, oracle: Oracle): object {
  const db = openDatabase(databaseFile, { role: 'durable' })
  try {
    return answersOfQueries(db, oracle)
  } finally {
    db.close()
  }
}
