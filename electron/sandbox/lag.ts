import type { Clock } from '../clock.ts'

/** How long after its receipt a command shows in the feed, milliseconds; `Infinity`: never. */
export type Lag = number

/** Node's timers take no more. */
const LONGEST_TIMER = 2 ** 31 - 1

/** What accepted commands cause, carried out when its time has come. */
export interface LaggingEffects {
  /** For commands that are accepted from now on. */
  setLag(lag: Lag): void
  add(effect: () => void): void
  /** Carries out at once whatever waits, in the order in which it came. */
  catchUp(): void
  stop(): void
}

export function createLaggingEffects(clock: Clock, initial: Lag): LaggingEffects {
  const waiting = new Map<() => void, () => void>()
  let lag = initial

  function wait(effect: () => void, milliseconds: number): void {
    if (milliseconds === Infinity) return void waiting.set(effect, () => undefined)
    const step = Math.min(milliseconds, LONGEST_TIMER)
    const then = (): void => (milliseconds > step ? wait(effect, milliseconds - step) : carryOut(effect))
    waiting.set(effect, clock.after(step, then))
  }

  function carryOut(effect: () => void): void {
    waiting.get(effect)?.()
    waiting.delete(effect)
    effect()
  }

  return {
    setLag: (next) => void (lag = next),
    add: (effect) => (lag > 0 ? wait(effect, lag) : effect()),
    catchUp: () => [...waiting.keys()].forEach(carryOut),
    stop() {
      for (const cancel of waiting.values()) cancel()
      waiting.clear()
    },
  }
}

const MILLISECONDS: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** `30s`, `15m`, `6h`, `3d`, `never`, or `0`; null for anything else. */
export function readLag(text: string): Lag | null {
  if (text === 'never') return Infinity
  if (text === '0') return 0
  const [, count = '', unit = ''] = /^(\d{1,6})([smhd])$/.exec(text) ?? []
  return count === '' ? null : Number(count) * (MILLISECONDS[unit] ?? 0)
}
