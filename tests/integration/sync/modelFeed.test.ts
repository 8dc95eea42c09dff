import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readFeedState } from '../../../electron/cache/queries/feed.ts'
import { createArchive } from '../../../electron/sandbox/archive.ts'
import { answersOfOracle, answersOfQueries, holdingOfFile, holdingOfOracle, setAsideInFile } from '../../model/cacheView.ts'
import { createDice, type Dice } from '../../model/dice.ts'
import { inventChange } from '../../model/edits.ts'
import { createFeedRunner, type FeedRunner } from '../../model/feedReader.ts'
import type { FeedChange } from '../../model/oracle.ts'
import { pageFaults, startModelUtility, type ModelUtility } from '../../model/utility.ts'

/** Another number of runs, or a run to be seen again: `MODEL_RUNS=1000 MODEL_SEED=7 vitest run modelFeed`. */
const numRuns = Number(process.env.MODEL_RUNS ?? 60)
const seed = process.env.MODEL_SEED === undefined ? {} : { seed: Number(process.env.MODEL_SEED) }

const steps = ['edit', 'edit', 'edits', 'again', 'fault', 'faults', 'read', 'read', 'expire', 'resync', 'restart', 'pages'] as const
type Step = (typeof steps)[number]

let sample: FeedChange[]
let directory: string
beforeAll(async () => {
  sample = await smallBranch()
  directory = mkdtempSync(join(tmpdir(), 'model-feed-'))
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

/** Some of everything: three accounts with a few things each, and of what belongs to no account. */
async function smallBranch(): Promise<FeedChange[]> {
  const archive = createArchive(3, '2026-11-21')
  const parts = (await Promise.all([0, 1, 2, 3].map((part) => archive.part(part)))) as FeedChange[][]
  return parts.flatMap((changes) => {
    const counts = new Map<string, number>()
    return changes.filter(({ entity }) => counts.set(entity, (counts.get(entity) ?? 0) + 1).get(entity)! <= 4)
  })
}

function act(step: Step, utility: ModelUtility, dice: Dice): void {
  const edit = (): void => utility.append(inventChange(dice, sample, ({ entity, id }) => newestRevision(utility.feed, entity, id)))
  switch (step) {
    case 'edit':
      return edit()
    case 'edits':
      return Array.from({ length: 5 + dice.below(20) }).forEach(edit)
    case 'again':
      return utility.feed.length > 0 ? utility.append(dice.pick(utility.feed)) : undefined
    case 'fault':
    case 'faults':
      return void utility.faults.push(...Array.from({ length: step === 'fault' ? 1 : 1 + dice.below(4) }, () => dice.pick(pageFaults)))
    case 'expire':
      return utility.expire(dice)
    case 'pages':
      utility.page = { size: 1 + dice.below(40), repeats: dice.below(6) }
      return
    case 'read':
    case 'resync':
    case 'restart':
  }
}

const newestRevision = (feed: readonly FeedChange[], entity: string, id: string): number =>
  Math.max(0, ...feed.filter((change) => change.entity === entity && change.id === id).map(({ rev }) => rev))

/** Whatever happened, what is served is what the utility held at the cursor that stands beside it. */
function expectOracle({ db, file }: FeedRunner, utility: ModelUtility): void {
  const { cursor, complete } = readFeedState(db)
  if (!complete) return
  const oracle = utility.at(cursor ?? '')
  expect(holdingOfFile(file)).toEqual(holdingOfOracle(oracle))
  expect(setAsideInFile(file)).toEqual(oracle.setAside())
  expect(answersOfQueries(db, oracle)).toEqual(answersOfOracle(oracle))
}

async function play(script: readonly Step[], dice: Dice): Promise<void> {
  const utility = await startModelUtility(sample)
  const runner = createFeedRunner(mkdtempSync(join(directory, 'run-')), utility.baseUrl)
  try {
    for (const step of script) {
      act(step, utility, dice)
      if (step === 'read') await runner.read()
      if (step === 'resync') runner.resync()
      if (step === 'restart') runner.restart()
      if (step === 'read' || step === 'restart') expectOracle(runner, utility)
    }
    utility.faults = []
    expect(await runner.read()).toBe(true)
    expect(readFeedState(runner.db)).toMatchObject({ complete: true, staging: false, cursor: expect.stringMatching(`\\.${utility.feed.length}$`) })
    expectOracle(runner, utility)
    expect(runner.db.pragma('integrity_check', { simple: true })).toBe('ok')
  } finally {
    await runner.close()
    await utility.close()
  }
}

it('S21 S22 S23 S24 whatever the feed does, the cache is what the utility held at its cursor, and at last what it holds', async () => {
  const scripts = fc.tuple(fc.array(fc.constantFrom(...steps), { minLength: 5, maxLength: 40 }), fc.integer())
  await fc.assert(
    fc.asyncProperty(scripts, ([script, dice]) => play(script, createDice(dice))),
    { numRuns, ...seed, interruptAfterTimeLimit: 300_000, markInterruptAsFailure: false },
  )
}, 600_000)
