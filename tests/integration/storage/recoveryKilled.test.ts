import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { requestRecovery } from '../../../electron/recovery/files.ts'
import { bundleProcess, type ProcessBundle } from '../../fixtures/processes/processBundle.ts'
import { damages } from '../../fixtures/storage/damage.ts'
import { createDurableKiosk, type DurableKiosk } from '../../fixtures/storage/durableKiosk.ts'
import { findDebianTool } from '../../fixtures/tools.ts'
import { createDice } from '../../model/dice.ts'
import { checkFile, queryByCli } from '../../model/sqliteCli.ts'

let recovery: ProcessBundle
beforeAll(async () => {
  recovery = await bundleProcess('recoveryProcess')
})
afterAll(() => recovery.remove())

let kiosk: DurableKiosk
let folder: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'recovery-killed-'))
  kiosk = createDurableKiosk()
  const running = kiosk.start()
  running.file(6)
  running.takeCopies(4)
  running.backUp()
  running.file(6)
  await running.stop()
  damages.randomBytes(kiosk.databaseFile, createDice(1))
  requestRecovery(kiosk.dataDir)
})
afterEach(() => {
  kiosk.remove()
  rmSync(folder, { recursive: true })
})

/** Opens a copy of the damaged directory. Answers whether the process ended by itself, with everything done. */
async function openKilled(dataDir: string, injection: string | null): Promise<boolean> {
  const program = [process.execPath, recovery.program, join(dataDir, 'ventanilla.db')]
  const strace = [findDebianTool('strace', 'strace'), '-f', '-o', '/dev/null', '-e', `trace=${calls}`, '-e', `inject=${injection ?? ''}`]
  const [command = '', ...args] = injection === null ? program : [...strace, ...program]
  // Node's own files of compiled modules are none of the calls to count.
  const child = spawn(command, args, { stdio: 'ignore', env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' } })
  const [code] = (await once(child, 'exit')) as [number | null]
  return code === 0
}

const calls = 'rename,unlink,ftruncate,pwrite64,fsync,fdatasync'

function expectRecoveredOnce(dataDir: string, when: string): void {
  const file = join(dataDir, 'ventanilla.db')
  expect(checkFile(file, 'integrity_check'), when).toBe('ok')
  const ids = queryByCli<{ id: string }>(file, 'SELECT id FROM command ORDER BY seq').map(({ id }) => id)
  expect(ids, when).toEqual(kiosk.acknowledged.map(({ id }) => id))
  expect(queryByCli(file, 'SELECT code FROM incident'), when).toEqual([{ code: 'database-recovered' }])
  const left = readdirSync(dataDir).filter((name) => /recover|rescued|from-backup/.test(name))
  expect(left, when).toEqual([])
}

/** At every one that moves files; of those that fill them, at some. */
const steps: Readonly<Record<string, number>> = { rename: 1, unlink: 6, 'fsync,fdatasync': 20, pwrite64: 300 }

it.each(Object.keys(steps))('S18 a recovery that is killed at any %s is done by the next start', async (call) => {
  const step = steps[call] ?? 1
  let kills = 0
  for (let when = 1; ; when += step) {
    const dataDir = join(folder, String(when))
    cpSync(kiosk.dataDir, dataDir, { recursive: true })
    const unharmed = await openKilled(dataDir, `${call}:signal=SIGKILL:when=${when}`)
    if (!unharmed) {
      kills += 1
      expect(existsSync(join(dataDir, 'ventanilla.db')) || readdirSync(dataDir).some((name) => name.includes('recovered'))).toBe(true)
      expect(await openKilled(dataDir, null)).toBe(true)
    }
    expectRecoveredOnce(dataDir, `${call} ${when}`)
    if (unharmed) break
  }
  expect(kills).toBeGreaterThanOrEqual(3)
})
