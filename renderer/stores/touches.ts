import { defineStore } from 'pinia'
import { ref } from 'vue'

/** How long a screen or dialog must have stood before it takes a touch: longer than the pause within a double tap, shorter than anybody reads. */
export const STOOD_AFTER = 500

/** So many touches within a second are a palm, a cloth or somebody who plays: nobody means any one of them. */
const TOO_MANY = 8
const SECOND = 1000

/**
 * Whether what is on the screen has stood long enough to be touched. The second tap of a double tap comes 100 to 300 ms after the first
 * and would otherwise fall on what the first one led to. Keys, scanners and screen readers do not wait.
 */
export const useTouches = defineStore('touches', () => {
  const isSettling = ref(false)
  /** When the last touches were, oldest first. */
  let last: number[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  /** A screen or dialog has come, gone, or become another one. */
  function changed(): void {
    isSettling.value = true
    clearTimeout(timer)
    timer = setTimeout(settled, STOOD_AFTER)
  }
  function settled(): void {
    isSettling.value = false
    last = []
  }
  /** Of those that fall on a new screen, and of too many in a second, none counts until they have stopped for as long as a new screen stands. */
  function touched({ timeStamp }: { timeStamp: number }): void {
    last = [...last, timeStamp].slice(-TOO_MANY)
    const [first = 0] = last
    if (isSettling.value || (last.length === TOO_MANY && timeStamp - first < SECOND)) changed()
  }
  /** That touch was a key: people type as fast as they like. */
  function typed(): void {
    last = []
  }
  return { isSettling, changed, touched, typed }
})
