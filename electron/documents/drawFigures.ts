import type { Content, TableCell } from 'pdfmake/interfaces.js'
import type { PageSize } from './letterhead.ts'
import { sizeToFit } from './measure.ts'
import { CELL_PADDING, colour, contentWidth, grid, label, tabular } from './style.ts'

export interface Figure {
  name: string
  /** As written. */
  amount: string
}

/** The amounts that a paper is about in a band, with the last one, which they lead to, set apart. */
export function drawFigures(figures: readonly Figure[], page: PageSize): Content {
  const room = contentWidth(page) / figures.length - 2 * CELL_PADDING
  const last = figures.length - 1
  const cells = figures.map((figure, column) => drawFigure(figure, room, column === last))
  return {
    margin: [0, 0, 0, 10],
    table: { widths: cells.map(() => room), body: [cells] },
    layout: {
      ...grid,
      fillColor: (_row, _node, column) => (column === last ? colour.accent : colour.tint),
      paddingLeft: () => CELL_PADDING,
      paddingRight: () => CELL_PADDING,
      paddingTop: () => 6,
      paddingBottom: () => 5,
    },
  }
}

function drawFigure({ name, amount }: Figure, room: number, strong: boolean): TableCell {
  const ink = strong ? { color: colour.white } : {}
  const fontSize = sizeToFit(amount, room, { size: 13, bold: true })
  return {
    stack: [
      { text: name, ...label, ...ink },
      { text: amount, bold: true, fontSize, noWrap: true, ...tabular, ...ink, margin: [0, 2, 0, 0] },
    ],
  }
}
