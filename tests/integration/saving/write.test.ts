import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { removeParts, writeNew, type WriteOrder } from '../../../electron/saving/write.ts'
import { must, problemOf } from '../../fixtures/printing/printingUnderTest.ts'
import { mountSmallDisk } from '../../fixtures/storage/smallDisk.ts'
import { findDebianTool } from '../../fixtures/tools.ts'

let base: string
let root: string
let traceFile: string
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'ventanilla-write-'))
  root = join(base, 'memoria')
  traceFile = join(base, 'trace')
  mkdirSync(root)
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

const content = Buffer.from('%PDF-1.7')
const order = (change: Partial<WriteOrder> = {}): WriteOrder => ({ folder: root, name: 'Duplicado DE 4043 2503', extension: 'pdf', bytes: content, ...change })

/** In a process of its own, whose calls to the system strace tampers with. */
function writeTraced(change: Partial<Omit<WriteOrder, 'bytes'>>, ...options: string[]) {
  const program = join(import.meta.dirname, '../../fixtures/processes/savingProcess.ts')
  const wish = JSON.stringify({ folder: root, name: 'a', extension: 'pdf', ...change, bytes: 300_000 })
  const args = ['-f', '-qq', '-o', traceFile, ...options, process.execPath, program, wish]
  const { stdout, signal } = spawnSync(findDebianTool('strace', 'strace'), args, { encoding: 'utf8' })
  return { said: stdout.trim(), killed: signal === 'SIGKILL', trace: readFileSync(traceFile, 'utf8').split('\n') }
}

describe('writing a file', () => {
  it('is whole, for its owner alone unless told otherwise, and never over another', async () => {
    expect(await writeNew(order())).toEqual({ ok: true, value: { fileName: 'Duplicado DE 4043 2503.pdf' } })
    expect(must(await writeNew(order({ bytes: Buffer.from('second') }))).fileName).toBe('Duplicado DE 4043 2503 (2).pdf')
    expect(must(await writeNew(order({ mode: 0o644 }))).fileName).toBe('Duplicado DE 4043 2503 (3).pdf')
    expect(readFileSync(join(root, 'Duplicado DE 4043 2503.pdf'))).toEqual(content)
    expect(statSync(join(root, 'Duplicado DE 4043 2503.pdf')).mode & 0o777).toBe(0o600)
    expect(statSync(join(root, 'Duplicado DE 4043 2503 (3).pdf')).mode & 0o777).toBe(0o644 & ~process.umask())
    expect(readdirSync(root)).toHaveLength(3)
  })

  it('twenty times at once gives twenty files', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, (_, index) => writeNew(order({ bytes: Buffer.from(`${index}`) }))))
    const contents = all.map((saved) => readFileSync(join(root, must(saved).fileName), 'utf8'))
    expect(contents).toEqual(Array.from({ length: 20 }, (_, index) => `${index}`))
    expect(readdirSync(root)).toHaveLength(20)
  })

  it.each(['/etc/passwd', 'nowhere'])('does not follow a link that was planted under its name and leads to %s', async (target) => {
    symlinkSync(target, join(root, 'a.pdf'))
    expect(must(await writeNew(order({ name: 'a' }))).fileName).toBe('a (2).pdf')
    expect(readdirSync(root)).toEqual(['a (2).pdf', 'a.pdf'])
  })

  it('leaves nothing where the medium is another, as when the stick is gone and its folder is not', async () => {
    expect(problemOf(await writeNew(order({ device: statSync(root).dev + 1 })))).toBe('save-failed')
    expect(readdirSync(root)).toEqual([])
    expect(await writeNew(order({ device: statSync(root).dev }))).toMatchObject({ ok: true })
  })

  it('leaves nothing where nobody waits any more', async () => {
    expect(problemOf(await writeNew(order({ signal: AbortSignal.abort() })))).toBe('save-failed')
    expect(readdirSync(root)).toEqual([])
  })

  it('fails in a folder that is gone, and in what is no folder', async () => {
    writeFileSync(join(root, 'file'), '')
    expect(problemOf(await writeNew(order({ folder: join(root, 'gone') })))).toBe('save-failed')
    expect(problemOf(await writeNew(order({ folder: join(root, 'file') })))).toBe('save-failed')
    expect(readdirSync(root)).toEqual(['file'])
  })
})

describe('a medium', () => {
  it('that has no room says so before anything is written', async () => {
    const folder = mountSmallDisk('size=256k')
    expect(problemOf(await writeNew(order({ folder, bytes: new Uint8Array(200_000) })))).toBe('place-full')
    expect(readdirSync(folder)).toEqual([])
    expect(await writeNew(order({ folder, bytes: new Uint8Array(100_000), flush: true }))).toMatchObject({ ok: true })
  })

  it('that has room, but none for another file, is full', async () => {
    const folder = mountSmallDisk('size=1m,nr_inodes=2')
    writeFileSync(join(folder, 'only'), '')
    expect(problemOf(await writeNew(order({ folder })))).toBe('place-full')
    expect(readdirSync(folder)).toEqual(['only'])
  })

  it.each([
    ['is full when the name is given', 'link,linkat', 'ENOSPC', 'place-full'],
    ['becomes read-only', 'link,linkat', 'EROFS', 'save-failed'],
    ['breaks down while it is written', 'fsync', 'EIO', 'save-failed'],
    ['breaks down when it is flushed', 'syncfs', 'EIO', 'save-failed'],
  ])('that %s keeps nothing', (_, calls, error, code) => {
    const { said } = writeTraced({ flush: true }, '-e', `trace=${calls}`, '-e', `inject=${calls}:error=${error}`)
    expect(JSON.parse(said)).toEqual({ ok: false, problem: { code } })
    expect(readdirSync(root)).toEqual([])
  })

  it('that knows no second names, as FAT, gets the file all the same, and never over another', () => {
    writeFileSync(join(root, 'a.pdf'), 'first')
    symlinkSync('nowhere', join(root, 'a (2).pdf'))
    const { said } = writeTraced({ flush: true }, '-e', 'trace=link,linkat', '-e', 'inject=link,linkat:error=EPERM')
    expect(JSON.parse(said)).toEqual({ ok: true, value: { fileName: 'a (3).pdf' } })
    expect(readFileSync(join(root, 'a.pdf'), 'utf8')).toBe('first')
    expect(readdirSync(root).toSorted()).toEqual(['a (2).pdf', 'a (3).pdf', 'a.pdf'])
  })

  it('has all of it before we say so: the file before its name, its name and the rest before the answer', () => {
    const { said, trace } = writeTraced({ flush: true }, '-e', 'trace=fsync,link,linkat,syncfs,write')
    expect(JSON.parse(said)).toMatchObject({ ok: true })
    const order = trace.flatMap((line) => /^\d+ +(fsync|link|syncfs|write\(1,)\w*\(?/.exec(line)?.[1] ?? [])
    expect(order).toEqual(['fsync', 'link', 'fsync', 'syncfs', 'write(1,'])
  })
})

describe('a kiosk that is killed', () => {
  it('while it writes leaves nothing under a name, and what it left is cleared away', async () => {
    const { killed } = writeTraced({}, '-e', 'trace=fsync', '-e', 'inject=fsync:signal=KILL:when=1')
    expect(killed).toBe(true)
    expect(readdirSync(root)).toEqual([expect.stringMatching(/^\.ventanilla-[0-9a-f]{16}\.part$/)])
    await removeParts(root)
    expect(readdirSync(root)).toEqual([])
  })

  it('once the file has its name leaves it whole', async () => {
    const { killed } = writeTraced({}, '-e', 'trace=unlink,unlinkat', '-e', 'inject=unlink,unlinkat:signal=KILL:when=1')
    expect(killed).toBe(true)
    expect(statSync(join(root, 'a.pdf')).size).toBe(300_000)
    await removeParts(root)
    expect(readdirSync(root)).toEqual(['a.pdf'])
  })

  it('may have left it to others to clear away what is old, and what another kiosk is writing stays', async () => {
    writeFileSync(join(root, '.ventanilla-0011223344556677.part'), 'old')
    utimesSync(join(root, '.ventanilla-0011223344556677.part'), 1_000, 1_000)
    writeFileSync(join(root, '.ventanilla-8899aabbccddeeff.part'), 'new')
    mkdirSync(join(root, 'carpeta'))
    await removeParts(root, 2_000_000)
    expect(readdirSync(root)).toEqual(['.ventanilla-8899aabbccddeeff.part', 'carpeta'])
  })
})
