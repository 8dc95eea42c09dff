import { defineStore } from 'pinia'
import { ref } from 'vue'

/** How long a screen or dialog must have stood before it takes a touch: longer than the pause within a double tap, shorter than anybody reads. */
export const STOOD_AFTER = 500

/**
 * Whether what is on the screen has stood long enough to be touched. The second tap of a double tap comes 100 to 300 ms after the first
 * and would otherwise fall on what the first one led to. Keys, scanners and screen readers do not wait.
 */
export const useTouches = defineStore('touches', () => {
  const isSettling = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  /** A screen or dialog has come, gone, or become another one. */
  function changed(): void {
    isSettling.value = true
    clearTimeout(timer)
    timer = setTimeout(() => (isSettling.value = false), STOOD_AFTER)
  }
  return { isSettling, changed }
})
