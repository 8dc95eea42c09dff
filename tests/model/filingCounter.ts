import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startSandbox, type Sandbox } from '../../electron/sandbox/server.ts'
import type { Account } from '../../shared/utility-api/generated/types.gen.ts'
import type { CoreSettings } from '../fixtures/processes/coreProcessOrders.ts'
import { startCore, type Core } from '../fixtures/processes/coreProcessStart.ts'
import { createDice } from './dice.ts'
import { createFilings, type Filing } from './filings.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { readFeed } from './sandboxFeed.ts'
import { queryByCli } from './sqliteCli.ts'
import { until } from './until.ts'

const today = '2026-11-21'

/** A kiosk's core and its utility, and customers who file one after the other. */
export interface FilingCounter {
  sandbox: Sandbox
  dataDir: string
  databaseFile: string
  ledger: Ledger
  start(settings?: Partial<CoreSettings>, wrapper?: readonly string[]): Core
  /** Files something new; resolves with whether it was answered before the process ended. */
  file(core: Core): Promise<boolean>
  /** Waits until nothing is under way any more, or the process has ended. */
  delivered(core: Core): Promise<void>
  /** The process ends, and what it said is taken down. */
  end(core: Core): Promise<void>
  /** Lets the kiosk load everything and hear what branch it is. */
  settleIn(): Promise<void>
}

/** What is under way, told from what the process said: its file is left alone. */
function pendingBy({ lines }: Core): number {
  const found = lines.flatMap((line) => ('ready' in line ? [line.pending] : 'filed' in line ? [1] : 'ended' in line ? [-1] : []))
  return found.reduce((sum, each) => sum + each, 0)
}

/** @param program the core process, see `processBundle.ts` */
export async function openCounter(program: string, folder: string): Promise<FilingCounter> {
  const sandbox = await startSandbox({ accounts: 3, today })
  const { url: baseUrl, clientId, clientSecret } = sandbox
  const dataDir = join(folder, 'kiosk')
  mkdirSync(dataDir)
  const databaseFile = join(dataDir, 'ventanilla.db')
  const { changes } = await readFeed(sandbox)
  const accounts = changes.filter(({ entity }) => entity === 'account').map(({ data }) => data as unknown as Account)
  const ledger = createLedger()
  const nextFiling = createFilings(createDice(1), accounts, today)

  const start: FilingCounter['start'] = (settings, wrapper) => startCore(program, { dataDir, api: { baseUrl, clientId, clientSecret }, ...settings }, wrapper)
  const count = (rows: string): number => queryByCli<{ count: number }>(databaseFile, `SELECT count(*) AS count FROM ${rows}`)[0]?.count ?? -1

  async function end(core: Core): Promise<void> {
    await core.kill()
    ledger.hear(core.lines)
  }

  return {
    sandbox,
    dataDir,
    databaseFile,
    ledger,
    start,
    async file(core) {
      const filing: Filing = nextFiling()
      ledger.ask(filing)
      core.file(filing.order)
      return (await core.said((line) => 'formId' in line && line.formId === filing.order.formId)) !== null
    },
    delivered: (core) => until('everything is delivered', () => core.isOver() || pendingBy(core) === 0),
    end,
    async settleIn() {
      const core = start()
      if (!(await core.ready())) throw new Error(`the process does not start: ${core.log()}`)
      await until('the first load is complete', () => count('branch') === 1 && count('feed_state WHERE complete = 1') === 1)
      await end(core)
    },
  }
}
