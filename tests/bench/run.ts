import { cpus } from 'node:os'
import { readOptions } from '../../electron/options.ts'
import { benchDuplicate } from './duplicate.ts'
import { benchInstalled } from './installed.ts'
import { benchLookup } from './lookup.ts'
import { benchPage } from './page.ts'
import { benchPrint } from './print.ts'
import { benchSearch } from './search.ts'
import { benchStatement } from './statement.ts'
import { benchSync } from './sync.ts'

const usage = `Usage: npm run bench
Measures every budget of the design and prints the table; ends with 1 when one is missed. It takes half an hour and wants a quiet machine.`
readOptions(usage, { options: {} }, () => null)

/** Measures every budget, one after another so that none disturbs another, and prints the table as Markdown, each row as soon as it is measured. */
let allMet = true
console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}\n`)
console.log('| Work | Ours | Baseline | Ratio | Budget | Met |')
console.log('|---|---|---|---|---|---|')
for (const bench of [benchSync, benchLookup, benchSearch, benchDuplicate, benchStatement, benchPrint, benchPage, benchInstalled]) {
  for (const { work, measured, baseline, ratio, budget, met } of await bench()) {
    console.log(`| ${work} | ${measured} | ${baseline} | ${ratio.toFixed(2)} | ${budget} | ${met ? 'yes' : '**no**'} |`)
    allMet &&= met
  }
}
process.exitCode = allMet ? 0 : 1
