import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { dayFigures } from '../../../shared/contract/dayEnd.ts'
import { drawBox } from '../drawBox.ts'
import { drawFacts } from '../drawFacts.ts'
import { drawHead } from '../letterhead.ts'
import { describeSheet, sheetFooter } from '../sheet.ts'
import { CELL_PADDING, MARGIN, colour, contentWidth, label, ruled, tabular, title } from '../style.ts'
import type { DayEndModel, DayLine } from './dayEndModel.ts'
import { dayEndWords } from './dayEndWords.ts'

const TOP = 24
const FIGURE_WIDTH = 66

/** A day's end as pdfmake draws it. The same model makes the same bytes. */
export function dayEndDefinition(model: DayEndModel): TDocumentDefinitions {
  const words = dayEndWords(model.locale)
  const name = words.name(model.day)
  return {
    ...describeSheet(model, name),
    pageMargins: [MARGIN, TOP, MARGIN, MARGIN],
    defaultStyle: { font: 'Paper', fontSize: 10, color: colour.ink, lineHeight: 1.08 },
    content: [
      drawHead(model, { text: words.title, fontSize: 15 }, model.printed),
      { text: model.dayInWords, fontSize: 18, bold: true },
      ...drawFacts(model.facts, model.page, 2),
      ...judgement(model),
      ...figureTables(model),
      ...signatureTable(model),
      { text: words.notes, ...label, margin: [0, 10, 0, 0] },
    ],
    footer: sheetFooter(name, model.locale),
  }
}

/** Whether the count holds: said before the figures. */
function judgement({ locale, amiss, page, isLater }: DayEndModel): Content[] {
  const words = dayEndWords(locale)
  const [first, ...rest] = amiss
  const note: Content[] = isLater ? [{ text: words.laterNote, bold: true, margin: [0, 8, 0, 0] }] : []
  if (first === undefined) return [{ text: `${words.agrees} ${words.whole}`, margin: [0, 10, 0, 0] }, ...note]
  return [drawBox(first, page), ...rest.map((text): Content => ({ text, bold: true, margin: [0, 4, 0, 0] })), ...note]
}

function figureTables({ locale, page, people, hours, total }: DayEndModel): Content[] {
  const words = dayEndWords(locale)
  if (people.length === 0) return [{ text: words.nothing, fontSize: 12, bold: true, margin: [0, 16, 0, 0] }]
  return [
    { text: words.byPerson, ...title, margin: [0, 14, 0, 4] },
    figureTable({ locale, page }, words.person, [...people, total]),
    { text: words.byHour, ...title, margin: [0, 14, 0, 4] },
    figureTable({ locale, page }, words.hour, [...hours, total]),
  ]
}

/** The last line is the total. The heading is repeated on every sheet. */
function figureTable({ locale, page }: Pick<DayEndModel, 'locale' | 'page'>, first: string, lines: readonly DayLine[]): Content {
  const words = dayEndWords(locale)
  const fixed = dayFigures.length * (FIGURE_WIDTH + CELL_PADDING)
  const widths = [contentWidth(page) - fixed, ...dayFigures.map(() => FIGURE_WIDTH)]
  const head = [first, ...dayFigures.map((figure) => words.figures[figure])]
  const names = head.map((text, column): TableCell => ({ text, ...label, alignment: column === 0 ? 'left' : 'right' }))
  const body = lines.map((line, place) => cellsOf(line, place === lines.length - 1))
  return { table: { headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, widths, body: [names, ...body] }, layout: ruled }
}

function cellsOf({ name, figures }: DayLine, isTotal: boolean): TableCell[] {
  const set = isTotal ? { bold: true, fillColor: colour.tint } : {}
  return [
    { text: name, ...set },
    ...figures.map(({ count, later }): TableCell => ({ text: withLater(count, later), ...tabular, alignment: 'right', noWrap: true, ...set })),
  ]
}

const withLater = (count: number, later: number): string => (later === 0 ? `${count}` : `${count} (${later > 0 ? '+' : '−'}${Math.abs(later)})`)

function signatureTable({ locale, page, signatures, digest }: DayEndModel): Content[] {
  const words = dayEndWords(locale)
  const heading: Content = { text: words.signatures, ...title, margin: [0, 14, 0, 4] }
  if (signatures.length === 0) return [heading, { text: `${words.unsigned}. ${words.digest}: ${digest}`, fontSize: 8.5 }]
  const widths = [22, 150, 90, contentWidth(page) - 22 - 150 - 90 - 3 * CELL_PADDING]
  const names = [words.number, words.person, words.signedAt, words.digest].map((text): TableCell => ({ text, ...label }))
  const body = signatures.map(({ number, name, signedAt, digest: signed }): TableCell[] => [
    { text: String(number), ...tabular },
    { text: name, bold: true },
    { text: signedAt, ...tabular },
    { text: signed, fontSize: 6.2, ...tabular },
  ])
  return [heading, { table: { headerRows: 1, dontBreakRows: true, widths, body: [names, ...body] }, layout: ruled }]
}
