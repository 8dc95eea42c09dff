import { ref, type Ref } from 'vue'

export interface Countdown {
  /** Whole seconds that are left; 0 when none runs. */
  readonly left: Ref<number>
  start(seconds: number): void
  stop(): void
}

/** Counts seconds down on the page's monotonic clock, and says when they are over. */
export function useCountdown(onEnd: () => void = () => {}): Countdown {
  const left = ref(0)
  let timer: ReturnType<typeof setInterval> | undefined

  const stop = (): void => {
    clearInterval(timer)
    left.value = 0
  }
  function start(seconds: number): void {
    stop()
    const ends = performance.now() + seconds * 1000
    const count = (): void => {
      left.value = Math.max(0, Math.ceil((ends - performance.now()) / 1000))
      if (left.value > 0) return
      stop()
      onEnd()
    }
    timer = setInterval(count, 250)
    count()
  }
  return { left, start, stop }
}
