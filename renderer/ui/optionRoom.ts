import type { CSSProperties } from 'vue'

/** Three rows of a list, in pixels: with less below the control the list opens above it. */
const LEAST_ROOM = 240
const GAP = 12
const EDGE = 12

/** The height of a list that is longer than its room: its last rows in view are whole, with the words for what is below under them. */
export function heightOf(list: HTMLElement, room: number): number {
  const ends = [...list.children].map((row) => (row instanceof HTMLElement ? row.offsetTop + row.offsetHeight : 0))
  if ((ends.at(-1) ?? 0) + EDGE <= room) return room
  const cue = Number.parseFloat(getComputedStyle(list).scrollPaddingBottom)
  const lastWhole = ends.findLast((end) => end + cue <= room)
  return lastWhole === undefined ? room : Math.round(lastWhole + cue)
}

/** Where the list of a control opens, and how high it may be, over whatever else is on the screen but its foot: its fields may scroll, and would cut it. */
export function placeOf(control: HTMLElement): { place: CSSProperties; room: number } {
  const { left, top, bottom, width } = control.getBoundingClientRect()
  const screen = control.closest('main')?.getBoundingClientRect() ?? { top: 0, bottom: window.innerHeight }
  const below = screen.bottom - bottom - GAP - EDGE
  const above = top - screen.top - GAP - EDGE
  const across = { left: `${left}px`, minWidth: `${width}px`, maxWidth: `${window.innerWidth - left - EDGE}px` }
  if (below >= LEAST_ROOM || below >= above) return { place: { ...across, top: `${bottom + GAP}px` }, room: below }
  return { place: { ...across, bottom: `${window.innerHeight - top + GAP}px` }, room: above }
}
