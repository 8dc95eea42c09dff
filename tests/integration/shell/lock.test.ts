import { spawn } from 'node:child_process'
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { DataDirectoryUnusable, lockDataDirectory } from '../../../electron/shell/lock.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { temporaryFolder } from '../../fixtures/shell/loopback.ts'
import { findDebianTool } from '../../fixtures/tools.ts'
import { isTraceWhole, readTrace, traceInto } from '../../model/systemCalls.ts'

const LOCK = join(import.meta.dirname, '../../../electron/shell/lock.ts')

/** Another process that holds the lock until it is killed. */
async function holdElsewhere(dataDir: string, [command = process.execPath, ...first]: string[] = []) {
  const program = `import { lockDataDirectory } from ${JSON.stringify(LOCK)}
    globalThis.held = lockDataDirectory(${JSON.stringify(dataDir)})
    process.stdout.write('held')
    setInterval(() => undefined, 1000)`
  const child = spawn(command, [...first, '--input-type=module', '--eval', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  await new Promise((resolve) => child.stdout.once('data', resolve))
  return child
}

test('S12 a data directory that another process holds is refused, and says so', async () => {
  const dataDir = temporaryFolder()
  await holdElsewhere(dataDir)
  expect(() => lockDataDirectory(dataDir)).toThrow(new DataDirectoryUnusable(`${dataDir} is in use by another instance of Ventanilla`))
})

test.runIf(process.platform === 'linux')('a place where the system lets nobody make a folder is refused', () => {
  expect(() => lockDataDirectory('/proc/ventanilla/data')).toThrow(new DataDirectoryUnusable('/proc/ventanilla/data is not writable (ENOENT)'))
})

test('S12 the lock dies with the process, even one that was killed', async () => {
  const dataDir = temporaryFolder()
  const child = await holdElsewhere(dataDir)
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
  const lock = lockDataDirectory(dataDir)
  lock.release()
})

test('a lock that was released can be taken again', () => {
  const dataDir = temporaryFolder()
  lockDataDirectory(dataDir).release()
  lockDataDirectory(dataDir).release()
})

test('the data directory is made for its owner alone', () => {
  const dataDir = join(temporaryFolder(), 'new', 'data')
  lockDataDirectory(dataDir).release()
  expect(statSync(dataDir).mode & 0o777).toBe(0o700)
})

test('S03 a power cut leaves the name of a new data directory, and of what was made above it', async () => {
  findDebianTool('strace', 'strace')
  const folder = temporaryFolder()
  const trace = join(folder, 'trace')
  const child = await holdElsewhere(join(folder, 'new', 'data'), [...traceInto(trace), process.execPath])
  child.kill('SIGKILL')
  await eventually(() => expect(isTraceWhole(trace, child.pid ?? 0)).toBe(true))
  const synced = readTrace(trace).flatMap((call) => (call.call === 'sync' ? [call.path] : []))
  expect(synced).toEqual(expect.arrayContaining([folder, join(folder, 'new')]))
}, 120_000)

test('S12 a data directory that cannot be made or written is refused', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'file'), '')
  expect(() => lockDataDirectory(join(folder, 'file', 'data'))).toThrow(/is not writable \(ENOTDIR\)$/)
  // A folder in the lock's place cannot be written by anybody, root included.
  mkdirSync(join(folder, 'data', 'lock.db'), { recursive: true })
  expect(() => lockDataDirectory(join(folder, 'data'))).toThrow(/is not writable \(SQLITE_CANTOPEN\)$/)
})
