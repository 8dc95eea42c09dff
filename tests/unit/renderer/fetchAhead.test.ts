import { describe, expect, it, vi } from 'vitest'
import { fetchAhead } from '../../../renderer/navigation/fetchAhead.ts'
import { eventually } from '../../fixtures/eventually.ts'

/** A page that is idle when it is told to be. */
function pageAtWork() {
  const waiting: IdleRequestCallback[] = []
  return {
    requestIdleCallback: (callback: IdleRequestCallback) => waiting.push(callback),
    rest: () => waiting.shift()?.({ didTimeout: false, timeRemaining: () => 50 }),
    waiting,
  }
}

describe('fetching ahead', () => {
  it('fetches one part at a time, and only while the page has nothing to do', async () => {
    const page = pageAtWork()
    const parts = [vi.fn(() => Promise.resolve()), vi.fn(() => Promise.resolve())]
    fetchAhead(page, parts)
    expect(parts[0]).not.toHaveBeenCalled()
    page.rest()
    expect(parts[0]).toHaveBeenCalledOnce()
    await eventually(() => expect(page.waiting).toHaveLength(1))
    expect(parts[1]).not.toHaveBeenCalled()
    page.rest()
    expect(parts[1]).toHaveBeenCalledOnce()
  })

  it('goes on after a part that could not be fetched', async () => {
    const page = pageAtWork()
    const next = vi.fn(() => Promise.resolve())
    fetchAhead(page, [() => Promise.reject(new Error('offline')), next])
    page.rest()
    await eventually(() => expect(page.waiting).toHaveLength(1))
    page.rest()
    expect(next).toHaveBeenCalledOnce()
  })
})
