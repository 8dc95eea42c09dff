import Database from 'better-sqlite3'
import fc from 'fast-check'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Writable } from 'node:stream'
import { describe, expect, it, vi } from 'vitest'
import { openDatabase } from '../../electron/cache/open.ts'
import { createDispatch } from '../../electron/ipc/dispatch.ts'
import { createLog } from '../../electron/log/log.ts'
import { calls, type Channel, type Handlers } from '../../shared/contract/index.ts'
import type { Result } from '../../shared/result.ts'

const channels = Object.keys(calls) as Channel[]

function setUp(answer: (channel: Channel, request: unknown) => Result<unknown>) {
  const lines: string[] = []
  const log = createLog(new Writable({ write: (chunk: Buffer, _, done) => (lines.push(chunk.toString()), done()) }))
  const handlers = Object.fromEntries(channels.map((channel) => [channel, (request: unknown) => answer(channel, request)]))
  const onCorrupt = vi.fn()
  return { dispatch: createDispatch(handlers as unknown as Handlers, { log, onCorrupt }), lines, onCorrupt }
}

/** Own `__proto__`, `constructor` and `prototype` keys, as JSON can carry them. */
const polluting = fc.constantFrom(
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"accountId":"a","__proto__":{"polluted":true}}',
  '{"zoneId":"z","accountNumber":"1","invoiceNumber":"2","__proto__":{"polluted":true},"toString":"x"}',
).map((text) => JSON.parse(text) as unknown)

const hostile = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true, withTypedArray: true }),
  polluting,
  fc.constant({ zoneId: 'z'.repeat(1_000_000), accountNumber: '1', invoiceNumber: '2' }),
  fc.constant(Array.from({ length: 100_000 }, (_, index) => index)),
  fc.record({ accountId: fc.anything(), invoiceId: fc.anything(), jobId: fc.anything(), language: fc.anything() }, { requiredKeys: [] }),
)

describe('S06 hostile arguments', () => {
  it.each(channels)('on %s are refused, or reach the service as its contract says, and nothing breaks', async (channel) => {
    let reached: unknown
    const { dispatch } = setUp((_, request) => {
      reached = request
      return { ok: false, problem: { code: 'not-found' } }
    })
    await fc.assert(
      fc.asyncProperty(hostile, async (request) => {
        reached = undefined
        const result = await dispatch(channel, request)
        expect(result.ok).toBe(false)
        if (result.ok) return
        expect(['bad-request', 'not-found']).toContain(result.problem.code)
        if (result.problem.code === 'not-found') expect(calls[channel].request.safeParse(reached).success).toBe(true)
        expect(({} as Record<string, unknown>).polluted).toBeUndefined()
      }),
      { numRuns: 200 },
    )
  })

  it('on channels that do not exist are refused', async () => {
    const { dispatch } = setUp(() => ({ ok: true, value: {} }))
    const names = fc.oneof(fc.anything(), fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'session'))
    await fc.assert(
      fc.asyncProperty(names, async (name) => {
        expect(await dispatch(name, {})).toEqual({ ok: false, problem: { code: 'bad-request' } })
      }),
    )
  })
})

describe('S16 a full disk', () => {
  it('is told as such, not as a bug', async () => {
    const full = openDatabase(':memory:', { role: 'promises' })
    full.pragma(`max_page_count = ${String(full.pragma('page_count', { simple: true }))}`)
    const { dispatch, lines } = setUp(() => {
      for (;;) full.prepare("INSERT INTO incident (at, code) VALUES ('', ?)").run('x'.repeat(4_000))
    })
    expect(await dispatch('kiosk.status', {})).toEqual({ ok: false, problem: { code: 'cannot-store' } })
    expect(lines).toEqual([])
  })
})

describe('S18 a damaged page of the database', () => {
  it('is a bug to the page, and word to whoever salvages', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'ventanilla-')), 'damaged.db')
    const whole = openDatabase(file, { role: 'feed' })
    whole.prepare("INSERT INTO incident (at, code) VALUES ('', ?)").run('x'.repeat(40_000))
    whole.pragma('journal_mode = DELETE')
    whole.close()
    const size = statSync(file).size
    writeFileSync(file, Buffer.concat([readFileSync(file).subarray(0, 4_096), Buffer.alloc(size - 4_096, 0xa5)]))
    const damaged = new Database(file)
    const { dispatch, onCorrupt } = setUp(() => ({ ok: true, value: damaged.prepare('SELECT * FROM incident').all() }))
    expect(await dispatch('kiosk.status', {})).toMatchObject({ ok: false, problem: { code: 'internal' } })
    expect(onCorrupt).toHaveBeenCalledOnce()
    damaged.close()
    rmSync(dirname(file), { recursive: true })
  })
})

describe('an answer', () => {
  it('loses what the contract does not name', async () => {
    const { dispatch } = setUp(() => ({ ok: true, value: { incidentId: 'x', secret: 'holder' } }))
    expect(await dispatch('kiosk.reportBug', { name: 'E', stack: '' })).toEqual({ ok: true, value: { incidentId: 'x' } })
  })

  it('that breaks the contract, and a service that throws, become an incident that the log explains without data', async () => {
    const broken = setUp(() => ({ ok: true, value: { incidentId: 5 } }))
    const throwing = setUp(() => {
      throw new Error('Ana Méndez Prieto')
    })
    for (const { dispatch, lines } of [broken, throwing]) {
      const result = await dispatch('kiosk.reportBug', { name: 'E', stack: '' })
      if (result.ok) throw new Error('answered')
      expect(result.problem.code).toBe('internal')
      expect(lines.join('')).toContain(result.problem.incidentId)
      expect(lines.join('')).not.toContain('Ana')
    }
  })
})
