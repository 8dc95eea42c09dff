const NAMES = ['pointerdown', 'keydown', 'wheel'] as const
const AT_MOST_EVERY = 1000

/** Tells, at most once a second, that somebody touched or typed. */
export function watchActivity(page: Document, now: () => number, touched: () => void): void {
  let last = -Infinity
  const onTouch = (): void => {
    if (now() - last < AT_MOST_EVERY) return
    last = now()
    touched()
  }
  for (const name of NAMES) page.addEventListener(name, onTouch, { capture: true, passive: true })
}
