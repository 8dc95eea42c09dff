/** The events that show that a person is there. */
export const activityNames = ['pointerdown', 'keydown', 'wheel'] as const
const AT_MOST_EVERY = 1000

/** Tells, at most once a second, that somebody touched or typed. */
export function watchActivity(page: Document, now: () => number, touched: () => void): void {
  let last = -Infinity
  const onTouch = (): void => {
    if (now() - last < AT_MOST_EVERY) return
    last = now()
    touched()
  }
  for (const name of activityNames) page.addEventListener(name, onTouch, { capture: true, passive: true })
}

/**
 * Tells of activity once the page has nothing else to do, so that the answer to a touch does not wait for it. A touch that has ended the visit
 * is not told: it would begin another.
 */
export function whenIdle(page: Pick<Window, 'requestIdleCallback'>, visit: () => number, tell: () => void): () => void {
  return () => {
    const mine = visit()
    page.requestIdleCallback(
      () => {
        if (visit() === mine) tell()
      },
      { timeout: 500 },
    )
  }
}
