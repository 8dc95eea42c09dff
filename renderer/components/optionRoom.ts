/** Three rows of a list, in pixels: less is not worth opening it, and what it then covers is the foot of the screen. */
export const LEAST_ROOM = 240
const GAP = 24

/** How tall a list below this control may become without leaving the screen's own part. */
export function roomBelow(control: HTMLElement | null): number {
  const end = control?.closest('main')?.getBoundingClientRect().bottom ?? window.innerHeight
  return control ? Math.max(LEAST_ROOM, end - control.getBoundingClientRect().bottom - GAP) : LEAST_ROOM
}
