import { STOOD_AFTER } from '../../stores/touches.ts'

interface Tap {
  at: number
  place: DOMRect
}

/**
 * Knows the second tap of a double tap on a key that has just changed the keys: it is not meant for the key that has taken its place.
 * A finger that goes to another place types at once.
 */
export function useDoubleTap() {
  let last: Tap | null = null

  const isWithin = ({ left, right, top, bottom }: DOMRect, { clientX, clientY }: MouseEvent): boolean =>
    clientX >= left && clientX <= right && clientY >= top && clientY <= bottom

  return {
    isSecond: (event?: Event): boolean =>
      last !== null && event instanceof MouseEvent && event.timeStamp - last.at < STOOD_AFTER && isWithin(last.place, event),
    remember(event?: Event): void {
      const key = event?.target instanceof Element ? event.target.closest('[data-skbtn]') : null
      last = key && event ? { at: event.timeStamp, place: key.getBoundingClientRect() } : null
    },
  }
}
