import type { Clock } from '../clock.ts'

const PERIOD_MS = 2_500
/** Ten seconds without an answer. Counted in pings, so that a machine that slept is not taken for a page that hangs. */
const UNANSWERED_PINGS = 4

/** Watches the page's script by pings that only a living script answers. */
export interface Heartbeat {
  /** The page answered the ping of this number. */
  pong(number: number): void
  /** Resolves to whether the page answers within `milliseconds`. */
  isAlive(milliseconds: number): Promise<boolean>
  stop(): void
}

export interface HeartbeatParts {
  clock: Clock
  ping(number: number): void
  /** Called once; no ping is sent after it. */
  onHung(): void
}

export function startHeartbeat({ clock, ping, onHung }: HeartbeatParts): Heartbeat {
  let last = 0
  let unanswered = 0
  const waiting = new Set<{ number: number; answer(alive: boolean): void }>()
  const send = (): number => {
    last += 1
    ping(last)
    return last
  }
  const answerWaiting = (alive: boolean, upTo = Infinity): void => {
    for (const one of waiting) if (one.number <= upTo) one.answer(alive)
  }
  const beat = (): void => {
    if (unanswered >= UNANSWERED_PINGS) return onHung()
    unanswered += 1
    send()
    cancel = clock.after(PERIOD_MS, beat)
  }
  let cancel = clock.after(PERIOD_MS, beat)
  return {
    pong(number) {
      if (number > last) return
      unanswered = 0
      answerWaiting(true, number)
    },
    isAlive: (milliseconds) =>
      new Promise((resolve) => {
        const one = { number: send(), answer: (alive: boolean) => (giveUp(), waiting.delete(one), resolve(alive)) }
        const giveUp = clock.after(milliseconds, () => one.answer(false))
        waiting.add(one)
      }),
    stop() {
      cancel()
      answerWaiting(false)
    },
  }
}
