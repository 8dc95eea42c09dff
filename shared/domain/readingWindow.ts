/** The days, both included, on which a customer may bring the reading of the meter. */
export interface ReadingWindow {
  opensOn: string
  closesOn: string
}

export type WindowState = 'open' | 'later' | 'past'

/** How a window stands on a day of its zone; null where there is none, or one that ends before it begins. */
export function windowState(window: ReadingWindow | null | undefined, today: string): WindowState | null {
  if (!window || window.closesOn < window.opensOn) return null
  if (today < window.opensOn) return 'later'
  return today > window.closesOn ? 'past' : 'open'
}
