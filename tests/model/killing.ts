import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Sandbox } from '../../electron/sandbox/server.ts'
import type { Account } from '../../shared/utility-api/generated/types.gen.ts'
import { startCore, type Core } from '../fixtures/processes/coreProcessStart.ts'
import type { Dice } from './dice.ts'
import { inventChange } from './edits.ts'
import { createFilings, type Filing } from './filings.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { misbehave } from './mischief.ts'
import type { FeedChange } from './oracle.ts'
import { checkFile, queryByCli } from './sqliteCli.ts'
import { until } from './until.ts'

const HOUR = 3_600_000
const YEAR = 365 * 24 * HOUR
/** Clocks that are right, wrong by a year either way, or were set back a little. */
const clocks = [0, 0, 0, YEAR, -YEAR, -HOUR, 3 * HOUR]

interface KillingParts {
  /** The core process, see `processBundle.ts`. */
  program: string
  /** An empty folder. */
  folder: string
  sandbox: Sandbox
  /** What the sandbox's feed held before anything happened. */
  sample: readonly FeedChange[]
  /** The day on which the sandbox stands, `YYYY-MM-DD`. */
  today: string
  dice: Dice
}

/** A kiosk that is killed again and again while customers file and the utility misbehaves. */
export interface Killing {
  ledger: Ledger
  databaseFile: string
  /** Lets the kiosk hear for once what branch it is: before that nothing can be filed. */
  enrol(): Promise<void>
  /** Starts the process, uses it, and kills it at some moment. */
  cycle(): Promise<void>
  /** Everything is well from now on: waits until all is delivered and the cache has caught up with the feed's end, then kills it for good. */
  comeToRest(feedEnd: () => Promise<string>): Promise<void>
}

export function createKilling({ program, folder, sandbox, sample, today, dice }: KillingParts): Killing {
  const ledger = createLedger()
  const dataDir = join(folder, 'kiosk')
  mkdirSync(dataDir, { recursive: true })
  const databaseFile = join(dataDir, 'ventanilla.db')
  const { url: baseUrl, clientId, clientSecret } = sandbox
  const accounts = sample.filter(({ entity }) => entity === 'account').map(({ data }) => data as unknown as Account)
  const nextFiling = createFilings(
    dice,
    accounts.filter(({ status }) => status === 'active'),
    today,
  )
  const edit = createEditor(sandbox, sample, dice)

  const start = (clockOffset: number, directory = dataDir): Core =>
    startCore(program, { dataDir: directory, api: { baseUrl, clientId, clientSecret }, clockOffset })

  async function startWell(): Promise<Core> {
    const core = start(0)
    if (!(await core.ready())) throw new Error(`the process does not start: ${core.log()}`)
    return core
  }

  async function end(core: Core): Promise<void> {
    if (core.isOver()) ledger.oddities.push(`the process ended by itself: ${core.log().slice(-500)}`)
    await core.kill()
    ledger.hear(core.lines)
    const bug = core
      .log()
      .split('\n')
      .find((line) => line.includes('"msg":"bug"'))
    if (bug !== undefined) ledger.oddities.push(bug)
  }

  /** Something new, or something that was asked for before: answered or not, the same form files once. */
  function chooseFiling(): Filing {
    const unanswered = ledger.unanswered()
    if (unanswered.length > 0 && dice.chance(0.25)) return dice.pick(unanswered)
    const all = [...ledger.asked.values()]
    return all.length > 0 && dice.chance(0.05) ? dice.pick(all).filing : nextFiling()
  }

  function file(core: Core): Filing {
    const filing = chooseFiling()
    ledger.ask(filing)
    core.file(filing.order)
    return filing
  }

  async function use(core: Core): Promise<void> {
    let last: Filing | null = null
    for (let left = 1 + dice.below(6); left > 0; left--) {
      last = file(core)
      if (dice.chance(0.4)) edit()
      if (dice.chance(0.2)) misbehave(sandbox, dice)
      if (dice.chance(0.2)) core.poke()
      if (dice.chance(0.3)) await wait(dice.below(60))
    }
    const { formId } = last?.order ?? {}
    if (dice.chance(0.3)) await core.said((line) => 'formId' in line && line.formId === formId)
    else if (dice.chance(0.7)) await wait(dice.below(400))
  }

  async function live(core: Core): Promise<void> {
    if (dice.chance(0.2)) return wait(dice.below(250))
    await core.ready()
    await use(core)
  }

  /** A first start, killed while it makes its database: the second must find its way. */
  async function beBorn(): Promise<void> {
    const directory = join(folder, `newborn-${readdirSync(folder).length}`)
    mkdirSync(directory)
    const first = start(0, directory)
    await wait(40 + dice.below(100))
    await end(first)
    const second = start(0, directory)
    await second.ready()
    await end(second)
    const found = checkFile(join(directory, 'ventanilla.db'), 'integrity_check')
    if (found !== 'ok') ledger.oddities.push(`a newborn's file: ${found}`)
  }

  return {
    ledger,
    databaseFile,
    async enrol() {
      sandbox.faults.set(null)
      const core = await startWell()
      await until('the branch is known', () => countIn(databaseFile, 'branch') === 1)
      await end(core)
    },
    async cycle() {
      if (dice.chance(0.05)) return beBorn()
      misbehave(sandbox, dice)
      const core = start(dice.pick(clocks))
      await live(core)
      await end(core)
    },
    async comeToRest(feedEnd) {
      sandbox.faults.set(null)
      const core = await startWell()
      await until('everything is delivered', () => countIn(databaseFile, "command WHERE state = 'pending'") === 0)
      const cursor = await feedEnd()
      core.poke()
      await until('the cache has caught up', () => cursorIn(databaseFile) === cursor)
      await end(core)
    },
  }
}

/** Changes the feed in any way, expiring every cursor now and then. */
function createEditor(sandbox: Sandbox, sample: readonly FeedChange[], dice: Dice): () => void {
  const revisions = new Map<string, number>()
  return () => {
    if (dice.chance(0.04)) return sandbox.expireCursors()
    const change = inventChange(dice, sample, ({ entity, id, rev }) => revisions.get(`${entity} ${id}`) ?? rev)
    const key = `${change.entity} ${change.id}`
    revisions.set(key, Math.max(change.rev, revisions.get(key) ?? 0))
    sandbox.append(change)
  }
}

const countIn = (file: string, rows: string): number => queryByCli<{ count: number }>(file, `SELECT count(*) AS count FROM ${rows}`)[0]?.count ?? -1

const cursorIn = (file: string): string | null | undefined =>
  queryByCli<{ cursor: string | null }>(file, 'SELECT cursor FROM feed_state WHERE staging = 0 AND complete = 1')[0]?.cursor
