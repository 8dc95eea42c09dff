import { describe, expect, it } from 'vitest'
import { inTime } from '../../../electron/saving/inTime.ts'
import { fakeClock } from '../../fakes/clock.ts'

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
