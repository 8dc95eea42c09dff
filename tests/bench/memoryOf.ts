import type { CDPSession } from '@playwright/test'
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, readSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** How often each text was found. */
export type Found = Record<string, number>

/** A process whose heap is written down at a signal: what its environment needs, and how it is asked. */
export function heapOnSignal() {
  const folder = mkdtempSync(join(tmpdir(), 'heap-'))
  return {
    env: { NODE_OPTIONS: `--heapsnapshot-signal=SIGPWR --diagnostic-dir=${folder}` },
    /** Of its main thread, after a collection. */
    async take(pid: number): Promise<string> {
      process.kill(pid, 'SIGPWR')
      const file = join(folder, await appearing(folder))
      let text = ''
      // It is whole when it is JSON: its last sign is the last that is written.
      for (; !/\}\s*$/.test(text.slice(-9)); await wait(1_000)) text = readFileSync(file, 'utf8')
      rmSync(file)
      return text
    },
    dispose: () => rmSync(folder, { recursive: true }),
  }
}

async function appearing(folder: string): Promise<string> {
  for (;;) {
    const [name] = readdirSync(folder)
    if (name !== undefined) return name
    await wait(200)
  }
}

/** The page's heap, after a collection. */
export async function heapOfPage(cdp: CDPSession): Promise<string> {
  const chunks: string[] = []
  const listen = ({ chunk }: { chunk: string }): void => void chunks.push(chunk)
  cdp.on('HeapProfiler.addHeapSnapshotChunk', listen)
  await cdp.send('HeapProfiler.collectGarbage')
  await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  cdp.off('HeapProfiler.addHeapSnapshotChunk', listen)
  return chunks.join('')
}

interface Snapshot {
  snapshot: { meta: { node_fields: string[] } }
  nodes: number[]
  strings: string[]
}

/** In how many objects that are still alive. */
export function inHeap(written: string, texts: readonly string[]): Found {
  const { snapshot, nodes, strings } = JSON.parse(written) as Snapshot
  const { node_fields: fields } = snapshot.meta
  const name = fields.indexOf('name')
  return Object.fromEntries(
    texts.map((text) => {
      const holding = new Set(strings.flatMap((each, index) => (each.includes(text) ? [index] : [])))
      let count = 0
      for (let at = name; at < nodes.length; at += fields.length) if (holding.has(nodes[at] ?? -1)) count += 1
      return [text, count]
    }),
  )
}

/** In everything that a process may write, alive or not: as a dump of it would have. */
export function inMemory(pid: number, texts: readonly string[]): Found {
  const found: Found = Object.fromEntries(texts.map((text) => [text, 0]))
  const memory = openSync(`/proc/${pid}/mem`, 'r')
  for (const { from, length } of writableParts(pid)) {
    const part = readPart(memory, from, length)
    for (const text of texts)
      for (const coding of ['latin1', 'utf16le'] as const) found[text] = (found[text] ?? 0) + occurrences(part, Buffer.from(text, coding))
  }
  closeSync(memory)
  return found
}

const MOST = 64 * 2 ** 20
function writableParts(pid: number): { from: number; length: number }[] {
  const lines = readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')
  return lines.flatMap((line) => {
    const [, from = '', to = '', access = ''] = /^(\w+)-(\w+) (\S+)/.exec(line) ?? []
    if (!access.startsWith('rw')) return []
    const [begin, end] = [parseInt(from, 16), parseInt(to, 16)]
    const count = Math.ceil((end - begin) / MOST)
    return Array.from({ length: count }, (_, index) => ({ from: begin + index * MOST, length: Math.min(MOST, end - begin - index * MOST) }))
  })
}

/** What was never touched cannot be read, and holds nothing. */
function readPart(memory: number, from: number, length: number): Buffer {
  const part = Buffer.alloc(length)
  try {
    return part.subarray(0, readSync(memory, part, 0, length, from))
  } catch {
    return Buffer.alloc(0)
  }
}

function occurrences(part: Buffer, text: Buffer): number {
  let count = 0
  for (let at = part.indexOf(text); at >= 0; at = part.indexOf(text, at + 1)) count += 1
  return count
}
