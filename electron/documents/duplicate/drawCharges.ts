import type { Content, TableCell } from 'pdfmake/interfaces.js'
import { colour, grid, label, ruled, tabular, title, write } from '../style.ts'
import { wordsOf } from '../words.ts'
import type { ChargeRow } from './charges.ts'
import type { Labelled } from './labelled.ts'
import type { DuplicateModel } from './model.ts'

/** The lines, with their header on each sheet that they run over to; the sums stay together. */
export function chargesBlock({ charges, locale }: DuplicateModel): Content {
  const words = wordsOf(locale)
  const head = [words.concept, words.quantity, words.unitPrice, words.amount].map((text, index): TableCell => ({
    text,
    ...label,
    alignment: index === 0 ? 'left' : 'right',
  }))
  return {
    margin: [0, 12, 0, 0],
    stack: [
      { text: words.charges, ...title, margin: [0, 0, 0, 3] },
      { table: { headerRows: 1, widths: ['*', 80, 76, 84], body: [head, ...charges.rows.map(lineCells)], dontBreakRows: true }, layout: ruled },
      sums([...charges.sums], charges.total),
    ],
  }
}

function lineCells({ description, quantity, unitPrice, amount }: ChargeRow): TableCell[] {
  return [
    write(description) as TableCell,
    write(quantity, { ...tabular, alignment: 'right' }) as TableCell,
    { text: unitPrice, ...tabular, alignment: 'right', noWrap: true },
    { text: amount, ...tabular, alignment: 'right', noWrap: true },
  ]
}

function sums(parts: Labelled[], total: Labelled): Content {
  const rows = parts.map(({ label: name, value }) => [
    write(name, { alignment: 'right' }),
    { text: value, ...tabular, alignment: 'right', noWrap: true },
  ]) as TableCell[][]
  const last: TableCell[] = [
    { text: total.label, bold: true, fontSize: 11, alignment: 'right' },
    { text: total.value, ...tabular, bold: true, fontSize: 11, alignment: 'right', noWrap: true },
  ]
  return {
    unbreakable: true,
    table: { widths: ['*', 110], body: [...rows, last] },
    layout: {
      ...grid,
      hLineWidth: (row) => (row === 0 || row === rows.length ? 1 : 0),
      hLineColor: () => colour.accent,
      paddingTop: () => 2.6,
      paddingBottom: () => 1.4,
    },
  }
}
