import { cpus } from 'node:os'
import { benchDuplicate } from './duplicate.ts'
import { benchInstalled } from './installed.ts'
import { benchLookup } from './lookup.ts'
import { benchPage } from './page.ts'
import { benchPrint } from './print.ts'
import type { BenchRow } from './row.ts'
import { benchStatement } from './statement.ts'
import { benchSync } from './sync.ts'

/** Measures every budget, one after another so that none disturbs another, and prints the table as Markdown. */
const rows: BenchRow[] = []
for (const bench of [benchSync, benchLookup, benchDuplicate, benchStatement, benchPrint, benchPage, benchInstalled]) rows.push(...(await bench()))

console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}\n`)
console.log('| Work | Ours | Baseline | Ratio | Budget | Met |')
console.log('|---|---|---|---|---|---|')
for (const { work, measured, baseline, ratio, budget, met } of rows) {
  console.log(`| ${work} | ${measured} | ${baseline} | ${ratio.toFixed(2)} | ${budget} | ${met ? 'yes' : '**no**'} |`)
}
process.exitCode = rows.every(({ met }) => met) ? 0 : 1
