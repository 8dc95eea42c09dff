import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { readFeedState } from '../../../electron/cache/queries/feed.ts'
import { LARGEST } from '../../../electron/sync/pageSize.ts'
import { startFakeUtility, upsert } from '../../fakes/utility.ts'
import { eventually } from '../../fixtures/eventually.ts'

const reading = (number: number) =>
  upsert('reading', { id: `r-${number}`, accountId: 'a-1', meterNumber: 'M', takenOn: '2026-11-21', value: number, kind: 'actual' } as { id: string })

/** What is in the file once nobody has it open: the rows and the cursor that came with them. */
function inspect(file: string): { rows: number; cursor: number; complete: boolean } {
  const db = openDatabase(file, { role: 'feed' })
  try {
    expect(db.pragma('quick_check', { simple: true })).toBe('ok')
    const { staging, stageCursor, cursor, complete } = readFeedState(db)
    const rows = db
      .prepare<[], number>(`SELECT count(*) FROM ${staging ? 'stage_reading' : 'reading'}`)
      .pluck()
      .get()
    return { rows: rows ?? 0, cursor: Number((staging ? stageCursor : cursor) ?? 0), complete }
  } finally {
    db.close()
  }
}

it('killed at any moment, the rows are those of the cursor, and no page is asked for twice after the next start', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'sync-killed-'))
  const file = join(directory, 'cache.db')
  const utility = await startFakeUtility(Array.from({ length: 30_000 }, (_, number) => reading(number)))
  utility.pageSize = 100
  const start = () => fork(new URL('../../fixtures/processes/syncProcess.ts', import.meta.url), [file, utility.baseUrl])
  const asked = () => utility.requests.filter((path) => path.startsWith('/v1/changes?'))
  const askedFor = (pages: number) =>
    new Promise<void>((resolve) => {
      utility.intercept = () => {
        if (asked().length > pages) resolve()
        return false
      }
    })
  try {
    for (let kill = 1; kill <= 4; kill++) {
      utility.requests.length = 0
      const child = start()
      await askedFor(15 * kill)
      child.kill('SIGKILL')
      await once(child, 'exit')
      const { rows, cursor, complete } = inspect(file)
      expect(rows).toBe(cursor)
      expect(rows).toBeGreaterThan(0)
      expect(complete).toBe(false)
    }
    const { cursor } = inspect(file)
    utility.requests.length = 0
    const last = start()
    await eventually(() => {
      const db = openDatabase(file, { role: 'durable' })
      const { complete } = readFeedState(db)
      db.close()
      expect(complete).toBe(true)
    })
    expect(asked()[0]).toBe(`/v1/changes?cursor=${cursor}&limit=${LARGEST.firstLoad}`)
    last.kill('SIGKILL')
    await once(last, 'exit')
    expect(inspect(file)).toEqual({ rows: 30_000, cursor: 30_000, complete: true })
  } finally {
    await utility.close()
    rmSync(directory, { recursive: true })
  }
})
