import { describe, expect, it } from 'vitest'
import { createPause, inTime, sleep } from '../../electron/waiting.ts'
import { fakeClock } from '../fakes/clock.ts'

const never = (): Promise<never> => new Promise(() => undefined)

describe('work that may hang', () => {
  it('is waited for while it is in time', async () => {
    expect(await inTime({ clock: fakeClock(), milliseconds: 10 }, () => Promise.resolve('done'))).toBe('done')
  })

  it('fails as it fails', async () => {
    await expect(inTime({ clock: fakeClock(), milliseconds: 10 }, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  })

  it('is told to leave off, and handed over, when it is late', async () => {
    const clock = fakeClock()
    const late: Promise<unknown>[] = []
    let asked: AbortSignal | undefined
    const waiting = inTime({ clock, milliseconds: 10, onLate: (running) => late.push(running) }, (signal) => {
      asked = signal
      return never()
    })
    clock.advance(9)
    expect(asked?.aborted).toBe(false)
    clock.advance(1)
    expect(await waiting).toBeNull()
    expect(asked?.aborted).toBe(true)
    expect(late).toHaveLength(1)
  })

  it('is not waited for when nobody wants it any more, nor begun', async () => {
    const closing = new AbortController()
    const waiting = inTime({ clock: fakeClock(), milliseconds: 10, signal: closing.signal }, never)
    closing.abort()
    expect(await waiting).toBeNull()
    const begun: string[] = []
    expect(await inTime({ clock: fakeClock(), milliseconds: 10, signal: closing.signal }, async () => void begun.push('begun'))).toBeNull()
    expect(begun).toEqual([])
  })
})

/** Whether a promise has been kept by now. */
async function isOver(promise: Promise<unknown>): Promise<boolean> {
  const over = promise.then(() => true)
  return Promise.race([over, new Promise<false>((resolve) => setImmediate(() => resolve(false)))])
}

describe('sleep', () => {
  it('lasts as long as the clock says', async () => {
    const clock = fakeClock()
    const asleep = sleep(clock, 10)
    clock.advance(9)
    expect(await isOver(asleep)).toBe(false)
    clock.advance(1)
    expect(await isOver(asleep)).toBe(true)
  })
})

describe('a pause', () => {
  it('is cut short by a wake, and the next one by a wake while nobody waits', async () => {
    const pause = createPause(fakeClock())
    const first = pause.sleep({ milliseconds: 10 })
    expect(await isOver(first)).toBe(false)
    pause.wake()
    expect(await isOver(first)).toBe(true)
    pause.wake()
    expect(await isOver(pause.sleep({ milliseconds: 10 }))).toBe(true)
    expect(await isOver(pause.sleep({ milliseconds: 10 }))).toBe(false)
  })

  it('lasts its least time whoever wakes, and no longer then', async () => {
    const clock = fakeClock()
    const pause = createPause(clock)
    const resting = pause.sleep({ milliseconds: 10, least: 4 })
    pause.wake()
    clock.advance(3)
    expect(await isOver(resting)).toBe(false)
    clock.advance(1)
    expect(await isOver(resting)).toBe(true)
  })

  it('ends at once when it is closed, its least time too, and never begins again', async () => {
    const pause = createPause(fakeClock())
    const resting = pause.sleep({ milliseconds: 10, least: 4 })
    pause.close()
    expect(await isOver(resting)).toBe(true)
    expect(await isOver(pause.sleep({ milliseconds: 10, least: 4 }))).toBe(true)
  })
})
