import type { Content } from 'pdfmake/interfaces.js'
import type { Labelled } from './labelled.ts'
import type { PageSize } from './letterhead.ts'
import { CELL_PADDING, colour, contentWidth, grid, label, tabular } from './style.ts'

/** The facts in rows of cells, as on a bill: fewer in a row where a value is long. */
export function drawFacts(facts: readonly Labelled[], page: PageSize, inRow = 4): Content[] {
  const rows = Array.from({ length: Math.ceil(facts.length / inRow) }, (_, row) => facts.slice(row * inRow, (row + 1) * inRow))
  const width = contentWidth(page) / inRow
  return rows.map((cells) => ({
    margin: [0, 8, 0, 0],
    table: {
      widths: cells.map((_, column) => width - (column === 0 ? CELL_PADDING : 2 * CELL_PADDING)),
      body: [
        cells.map(({ label: name, value }) => ({
          stack: [
            { text: name, ...label, fontSize: 8.5 },
            { text: value, bold: true, ...tabular },
          ],
        })),
      ],
    },
    layout: {
      ...grid,
      vLineWidth: (column) => (column === 0 || column === cells.length ? 0 : 0.5),
      vLineColor: () => colour.rule,
      paddingLeft: (column) => (column === 0 ? 0 : CELL_PADDING),
      paddingRight: () => CELL_PADDING,
    },
  }))
}
