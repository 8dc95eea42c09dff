import { isDeepStrictEqual } from 'node:util'
import { readOptions, readWholeNumber } from '../electron/options.ts'
import { runKillTest } from '../tests/model/killTest.ts'
import { nothingWrong } from '../tests/model/verdict.ts'

const usage = `Usage: npm run soak -- [--cycles 1000] [--seed N]
The kill test for as long as one likes. Exits with 1 when anything was lost, doubled or stuck.`

const config = { options: { cycles: { type: 'string', default: '1000' }, seed: { type: 'string', default: String(Date.now() % 2 ** 31) } } } as const
const { cycles, seed } = readOptions(usage, config, ({ values }) => ({
  cycles: readWholeNumber('--cycles', values.cycles, 1, 1_000_000),
  seed: readWholeNumber('--seed', values.seed, 0, 2 ** 31 - 1),
}))

console.log(`seed ${seed}, ${cycles} cycles`)
const started = performance.now()
const { verdict, cache, oracle, asked, promised, delivered } = await runKillTest({
  seed,
  cycles,
  onCycle: (cycle) => {
    if (cycle % 50 === 0) console.log(`${cycle} cycles, ${Math.round((performance.now() - started) / 1000)} s`)
  },
})
const cacheIsRight = isDeepStrictEqual(cache, oracle)
console.log(`${asked} asked for, ${promised} promised, ${delivered} taken by the utility`)
console.log(cacheIsRight ? 'the cache is what the utility sent' : 'the cache is NOT what the utility sent')
console.log(JSON.stringify(verdict, null, 2))
if (!cacheIsRight || !isDeepStrictEqual(verdict, nothingWrong)) process.exitCode = 1
