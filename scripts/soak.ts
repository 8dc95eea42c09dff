import { isDeepStrictEqual, parseArgs } from 'node:util'
import { runKillTest } from '../tests/model/killTest.ts'
import { nothingWrong } from '../tests/model/verdict.ts'

/** `npm run soak -- --cycles 1000 --seed 7`: the kill test for as long as one likes. Exits with 1 when anything was lost, doubled or stuck. */
const { values } = parseArgs({ options: { cycles: { type: 'string', default: '1000' }, seed: { type: 'string' } } })
const cycles = Number(values.cycles)
const seed = Number(values.seed ?? Date.now() % 2 ** 31)
if (!(cycles >= 1) || Number.isNaN(seed)) throw new RangeError('npm run soak -- [--cycles N] [--seed N]')

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
