import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fetchElectron, findElectron } from './electronBinary.ts'

const PLAYWRIGHT = join(import.meta.dirname, '..', 'node_modules', '@playwright', 'test', 'cli.js')

/** `npm run check:electron`: the end-to-end suite in Electron, whose binary is fetched where it can be. Without it every test is skipped. */
const binary = findElectron() ?? (await fetchElectron())
if (binary === null) console.error("Electron's binary is not here and cannot be fetched: its tests are skipped")
const { status } = spawnSync(process.execPath, [PLAYWRIGHT, 'test', '--project=electron', ...process.argv.slice(2)], { stdio: 'inherit' })
process.exitCode = status ?? 1
