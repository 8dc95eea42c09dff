import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { findElectron } from './electronBinary.ts'
import ensureBuilt from './ensureBuilt.ts'
import { openTestFolder } from './testFolder.ts'
import { addTotals, describeTotal, noTests, playwrightTotal, vitestTotal, type Total } from './testTotals.ts'
import { ensureTools, toolFolders } from './tools.ts'

const ROOT = join(import.meta.dirname, '..')
const RESULTS = join(ROOT, 'test-results')
const MODULES = join(ROOT, 'node_modules')
/** The tests start hundreds of processes of the same modules: compiled once for all, they take a fifth less. */
const COMPILED = join(ROOT, '.cache', 'compiled')

interface Runner {
  name: string
  /** Its command line, run by this very Node. */
  command: string[]
  report: string
  total: (report: unknown) => Total
}

const runners: Runner[] = [
  {
    name: 'vitest',
    command: [join(MODULES, 'vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${join(RESULTS, 'vitest.json')}`],
    report: join(RESULTS, 'vitest.json'),
    total: vitestTotal,
  },
  {
    name: 'playwright',
    command: [join(MODULES, '@playwright/test/cli.js'), 'test'],
    report: join(RESULTS, 'e2e.json'),
    total: playwrightTotal,
  },
]

/** `npm test`: the tools, the build, then both runners. The last line is the true total; anything but a full success exits with 1. */
async function test(): Promise<void> {
  let healthy = ensureTools()
  ensureBuilt()
  if (findElectron() === null) console.error("Electron's binary is not here: its end-to-end tests are skipped (npm run check:electron fetches it)")
  rmSync(RESULTS, { recursive: true, force: true })
  mkdirSync(RESULTS)
  const { folder, remove } = openTestFolder()
  let total = noTests
  for (const runner of runners) {
    const outcome = run(runner, folder)
    healthy &&= outcome.healthy
    total = addTotals(total, outcome.total)
  }
  // What a test says of its files is to be looked at.
  if (healthy && total.failed === 0) remove()
  else console.error(`what the tests wrote is in ${folder}`)
  console.log(describeTotal(total))
  process.exitCode = healthy && total.failed === 0 ? 0 : 1
}

/** A runner that ended badly, left no report or ran nothing counts as one failure more than it reported. */
function run({ name, command, report, total }: Runner, folder: string): { total: Total; healthy: boolean } {
  const env = { ...process.env, PATH: toolFolders().join(delimiter), NODE_COMPILE_CACHE: COMPILED, TMPDIR: folder }
  const { status } = spawnSync(process.execPath, command, { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] })
  const counted = existsSync(report) ? total(JSON.parse(readFileSync(report, 'utf8'))) : noTests
  const ran = counted.passed + counted.failed > 0
  if (ran && (status === 0 || counted.failed > 0)) return { total: counted, healthy: status === 0 }
  console.error(`${name} ended with ${status ?? 'a signal'}${ran ? '' : ' and ran no test'}`)
  return { total: { ...counted, failed: counted.failed + 1 }, healthy: false }
}

await test()
