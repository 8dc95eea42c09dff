import { onMounted, onScopeDispose, readonly, ref, type Ref } from 'vue'

/** Runs a task once the next frame is on the screen. */
export const afterPaint = (task: () => void): void => void requestAnimationFrame(() => setTimeout(task))

/**
 * A focus makes the browser lay the page out at once, and once more for its frame: it comes once the next frame is on the screen, unless something
 * else has taken it by then.
 */
export function focusAfterPaint(focus: () => void): void {
  const before = document.activeElement
  afterPaint(() => {
    if (document.activeElement === before) focus()
  })
}

/** False until the screen has been painted once: what is long to build and not seen at first waits for it, so that a touch is answered at once. */
export function useAfterPaint(): Readonly<Ref<boolean>> {
  const painted = ref(false)
  onMounted(() => afterPaint(() => (painted.value = true)))
  return readonly(painted)
}

/**
 * How many parts of a long list are built by now: `first` at once, then `step` more after each paint until it has `all`, so that a touch
 * meanwhile never waits for more than one step.
 */
export function useInSteps(first: number, step: number, all: () => number): Readonly<Ref<number>> {
  const built = ref(first)
  let isGone = false
  function build(): void {
    if (isGone) return
    // Once all are there, those that come later are too.
    built.value = built.value < all() ? built.value + step : Infinity
    if (built.value < Infinity) afterPaint(build)
  }
  onMounted(() => afterPaint(build))
  onScopeDispose(() => (isGone = true))
  return readonly(built)
}
