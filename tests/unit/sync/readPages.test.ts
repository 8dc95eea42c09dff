import { describe, expect, it } from 'vitest'
import type { Page } from '../../../electron/api/client.ts'
import { apiFailure, type ApiOutcome } from '../../../electron/api/outcome.ts'
import { MOST_FRUITLESS, readPages } from '../../../electron/sync/readPages.ts'
import { createPageSize, LARGEST } from '../../../electron/sync/pageSize.ts'

const page = (cursor: string, { changes = [{}] as unknown[], hasMore = true } = {}): ApiOutcome<Page> => ({
  ok: true,
  value: { changes, cursor, hasMore, serverTime: '2026-11-21T16:42:00Z' },
})

async function read(answers: (cursor: string | null) => ApiOutcome<Page>, from: string | null = null) {
  const asked: (string | null)[] = []
  const seen: string[] = []
  const pages = readPages(async (cursor) => {
    asked.push(cursor)
    return answers(cursor)
  }, from)
  for await (const { from: at, outcome } of pages) seen.push(`${at}: ${outcome.ok ? outcome.value.cursor : outcome.failure}`)
  return { asked, seen }
}

describe('the pages of the feed', () => {
  it('follow each other by their cursors, and the next is asked for before this one is looked at', async () => {
    const { asked, seen } = await read((cursor) => (cursor === 'b' ? page('c', { hasMore: false }) : page(cursor === null ? 'a' : 'b')))
    expect(asked).toEqual([null, 'a', 'b'])
    expect(seen).toEqual(['null: a', 'a: b', 'b: c'])
  })

  it('S22 end where a cursor comes back', async () => {
    expect((await read(() => page('a'), 'a')).seen).toEqual(['a: stuck'])
    expect((await read((cursor) => page(cursor === 'a' ? 'b' : 'a'), null)).seen).toEqual(['null: a', 'a: b', 'b: stuck'])
  })

  it('S22 that are empty move the cursor only with one that is not, or with the end', async () => {
    const answers: Record<string, ApiOutcome<Page>> = {
      s: page('a', { changes: [] }),
      a: page('b', { changes: [] }),
      b: page('c'),
      c: page('d', { changes: [], hasMore: false }),
    }
    expect((await read((cursor) => answers[cursor ?? ''] ?? apiFailure('broken'), 's')).seen).toEqual(['s: c', 'c: d'])
  })

  it('S22 that are empty without end are left after a while', async () => {
    let made = 0
    const { asked, seen } = await read(() => page(`x${++made}`, { changes: [] }), 's')
    expect(seen).toEqual(['s: stuck'])
    expect(asked.length).toBeLessThanOrEqual(MOST_FRUITLESS + 1)
  })

  it('end at a failure', async () => {
    expect((await read((cursor) => (cursor === null ? page('a') : apiFailure('busy')))).seen).toEqual(['null: a', 'a: busy'])
  })
})

describe('how much is asked for', () => {
  const good = page('a')

  it('halves while pages break, and doubles again as they come', () => {
    const size = createPageSize()
    const most = LARGEST.firstLoad
    expect(size.limit(most)).toBe(most)
    size.note(most, apiFailure('unreachable'))
    size.note(most / 2, apiFailure('unreachable'))
    expect(size.limit(most)).toBe(most / 4)
    for (let page = 0; page < 20; page++) size.note(size.limit(most), apiFailure('unreachable'))
    expect(size.limit(most)).toBe(100)
    for (let page = 0; page < 10; page++) size.note(size.limit(most), good)
    expect(size.limit(most)).toBe(most)
    expect(size.limit(2_000)).toBe(2_000)
  })

  it('stays below what was too large until the end of the feed', () => {
    const size = createPageSize()
    size.note(2_000, apiFailure('too-large'))
    for (let page = 0; page < 10; page++) size.note(size.limit(2_000), good)
    expect(size.limit(2_000)).toBe(1_000)
    size.ended()
    expect(size.limit(2_000)).toBe(2_000)
  })
})
