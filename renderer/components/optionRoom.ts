import type { CSSProperties } from 'vue'

/** Three rows of a list, in pixels: with less below the control the list opens above it. */
const LEAST_ROOM = 240
const GAP = 12
const EDGE = 12

/** Where the list of a control opens, over whatever else is on the screen but its foot: its fields may scroll, and would cut it. */
export function placeOf(control: HTMLElement): CSSProperties {
  const { left, top, bottom, width } = control.getBoundingClientRect()
  const screen = control.closest('main')?.getBoundingClientRect() ?? { top: 0, bottom: window.innerHeight }
  const below = screen.bottom - bottom - GAP - EDGE
  const above = top - screen.top - GAP - EDGE
  const across = { left: `${left}px`, minWidth: `${width}px`, maxWidth: `${window.innerWidth - left - EDGE}px` }
  if (below >= LEAST_ROOM || below >= above) return { ...across, top: `${bottom + GAP}px`, maxHeight: `${below}px` }
  return { ...across, bottom: `${window.innerHeight - top + GAP}px`, maxHeight: `${above}px` }
}
