import type { CanvasElement, Content } from 'pdfmake/interfaces.js'
import { type Bars, type Matrix, modulesOf } from './barcodes.ts'

/** 0.339 mm: four dots of a 300 dpi printer, and no less than the 0.33 mm that scanners of bills expect. */
const MODULE = 0.96
const QUIET_MODULES = 10
export const QUIET_ZONE = QUIET_MODULES * MODULE
const BEARER_MODULES = 2
const BLACK = '#000000'
const WHITE = '#ffffff'

/** How wide the bars are with their quiet zones. */
export const barsWidth = (bars: Bars, module = MODULE): number => (modulesOf(bars) + 2 * QUIET_MODULES) * module

/** Whole dots at 300 dpi, the widest first: the first is two dots at 100 dpi and three at 150. */
const MODULES = [1.44, 1.2, MODULE]

/** The widest module with which the bars themselves stand in a width; their quiet zones may lie in the margins. */
export const widestModule = (bars: Bars, width: number): number => MODULES.find((module) => modulesOf(bars) * module <= width) ?? MODULE

/** Bars as vectors, with their quiet zones; on request between two bearers, which run above and below them over the quiet zones too. */
export function drawBars(bars: Bars, height: number, { module = MODULE, bearers = false } = {}): Content {
  const width = barsWidth(bars, module)
  const top = bearers ? BEARER_MODULES * module : 0
  const canvas: CanvasElement[] = [box(0, 0, width, height + 2 * top, bearers ? BLACK : WHITE)]
  if (bearers) canvas.push(box(0, top, width, height, WHITE))
  let position = QUIET_MODULES
  for (const [index, modules] of bars.entries()) {
    if (index % 2 === 0) canvas.push(box(position * module, top, modules * module, height, BLACK))
    position += modules
  }
  return { canvas }
}

/** QR as vectors, its quiet zone left to the white around it. */
export function drawMatrix(matrix: Matrix, side: number): Content {
  const cell = side / matrix.size
  // A trace of overlap: renderers that smooth edges would show seams between cells.
  const canvas = rectanglesOf(matrix).map(({ x, y, w, h }) => box(x * cell, y * cell, w * cell + 0.01, h * cell + 0.01, BLACK))
  return { canvas }
}

/** QR as the path of a vector picture whose unit is one cell. */
export const matrixPath = (matrix: Matrix): string =>
  rectanglesOf(matrix)
    .map(({ x, y, w, h }) => `M${x} ${y}h${w}v${h}h${-w}z`)
    .join('')

interface Rectangle {
  x: number
  y: number
  w: number
  h: number
}

/** The dark cells as few rectangles: runs of a row, grown downwards while the next row has the same run. */
function rectanglesOf(matrix: Matrix): Rectangle[] {
  const done: Rectangle[] = []
  let open = new Map<number, Rectangle>()
  for (let row = 0; row < matrix.size; row++) {
    const next = new Map<number, Rectangle>()
    for (const run of runsOf(matrix, row)) {
      const above = open.get(run.x)
      const rectangle = above?.w === run.w ? above : run
      if (rectangle === above) above.h++
      else done.push(run)
      next.set(run.x, rectangle)
    }
    open = next
  }
  return done
}

function* runsOf(matrix: Matrix, row: number): Generator<Rectangle> {
  for (let column = 0; column < matrix.size; column++) {
    if (!matrix.dark(column, row)) continue
    const start = column
    while (column + 1 < matrix.size && matrix.dark(column + 1, row)) column++
    yield { x: start, y: row, w: column - start + 1, h: 1 }
  }
}

const box = (x: number, y: number, w: number, h: number, color: string): CanvasElement => ({ type: 'rect', x, y, w, h, color })
