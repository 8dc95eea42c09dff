import { onScopeDispose } from 'vue'

const HELD_AFTER = 600
const AGAIN_AFTER = 120

/** Does something again and again from when a key has been held for a moment until `release`. */
export function useHoldToRepeat(action: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined

  const again = (): void => {
    action()
    timer = setTimeout(again, AGAIN_AFTER)
  }
  const release = (): void => clearTimeout(timer)
  function hold(): void {
    release()
    timer = setTimeout(again, HELD_AFTER)
  }
  onScopeDispose(release)
  return { hold, release }
}
