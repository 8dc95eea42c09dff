const own = new WeakSet<Event>()

/** Sends a key press to an element that is no person's. */
export function sendKey(target: Element, key: string): void {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
  own.add(event)
  target.dispatchEvent(event)
}

export const isOwnEvent = (event: Event): boolean => own.has(event)
