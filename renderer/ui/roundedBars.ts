/** A bar that stands on a line, in the units of its drawing. */
interface Bar {
  x: number
  width: number
  height: number
}

/** Bars with rounded corners as one path: a drawing of many small parts takes the page as long as a screen of words. */
export const roundedBars = (bars: readonly Bar[], bottom: number, radius: number): string =>
  bars.map(({ x, width, height }) => roundedBar(x, bottom - height, width, height, radius)).join('')

function roundedBar(x: number, y: number, width: number, height: number, r: number): string {
  const corner = (dx: number, dy: number): string => (r === 0 ? '' : `a${r} ${r} 0 0 1 ${dx} ${dy}`)
  const [across, down] = [width - 2 * r, height - 2 * r]
  return `M${x + r} ${y}h${across}${corner(r, r)}v${down}${corner(-r, r)}h${-across}${corner(-r, -r)}v${-down}${corner(r, -r)}z`
}
