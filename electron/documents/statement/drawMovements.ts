import type { Content, ContentTable, TableCell } from 'pdfmake/interfaces.js'
import type { StatementRow } from '../../../shared/contract/statement.ts'
import { formatDate } from '../../../shared/domain/dates.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import { formatNumber } from '../../../shared/domain/numbers.ts'
import { sizeToFit } from '../measure.ts'
import { printable } from '../printable.ts'
import { CELL_PADDING, colour, contentWidth, label, ruled, tabular } from '../style.ts'
import type { StatementPaper } from './statementPaper.ts'
import { statementWords } from './statementWords.ts'

const DATE_WIDTH = 54
const MONEY_WIDTHS = [74, 74, 80]

/** Every movement with the balance after it, between the balance before and the totals. The heading is repeated on every sheet. */
export function drawMovements(paper: StatementPaper): Content {
  const { locale, page, rows } = paper
  const words = statementWords(locale)
  const fixed = DATE_WIDTH + MONEY_WIDTHS.reduce((sum, width) => sum + width, 0)
  const widths = [DATE_WIDTH, contentWidth(page) - fixed - 4 * CELL_PADDING, ...MONEY_WIDTHS]
  const head = [words.date, words.description, words.charge, words.payment, words.balance]
  const names = head.map((text, column): TableCell => ({ text, ...label, alignment: column < 2 ? 'left' : 'right' }))
  const body = [names, ...beginning(paper), ...rows.map((row) => movementCells(row, paper)), ending(paper)]
  const table: ContentTable = { table: { headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, widths, body }, layout: ruled }
  return { stack: [...notice(paper), table] }
}

/** Said before the movements, not after twenty sheets of them. */
function notice({ locale, count, rows, leftOut }: StatementPaper): Content[] {
  if (!leftOut) return []
  const text = statementWords(locale).leftOut(formatNumber(count, locale, 0), formatNumber(rows.length, locale, 0))
  return [{ text, bold: true, margin: [0, 0, 0, 8] }]
}

function beginning(paper: StatementPaper): TableCell[][] {
  const { locale, from, opening, leftOut, count } = paper
  const words = statementWords(locale)
  const first = framing([day(from, paper), words.opening, '', '', money(opening, paper)])
  if (count === 0) return [first, ['', { text: words.none, margin: [0, 6, 0, 6] }, '', '', '']]
  if (!leftOut) return [first]
  const earlier = words.earlier(formatNumber(leftOut.count, locale, 0))
  return [first, framing(['', earlier, '', '', money(leftOut.balance, paper)])]
}

/** Sums of the whole range, left-out movements included. */
function ending(paper: StatementPaper): TableCell[] {
  const { charges, payments, closing, to, locale } = paper
  const words = statementWords(locale)
  return framing([day(to, paper), words.totals, money(charges, paper), money(payments, paper), money(closing, paper)], colour.tint)
}

function movementCells(row: StatementRow, paper: StatementPaper): TableCell[] {
  const { postedOn, amount, balance } = row
  const [charge, payment] = amount < 0 ? ['', money(-amount, paper)] : [money(amount, paper), '']
  return [
    { text: day(postedOn, paper), ...tabular, noWrap: true },
    describe(row, paper),
    ...[charge, payment, money(balance, paper)].map((text, column) => figureCell(text, MONEY_WIDTHS[column])),
  ]
}

/** With the document's number, unless the description says it already. */
function describe({ kind, description, documentNumber }: StatementRow, { locale }: StatementPaper): Content {
  const text = printable(description) || statementWords(locale).kinds[kind]
  const document = printable(documentNumber ?? '')
  return document === '' || text.includes(document) ? { text } : { text: [text, { text: `  ${document}`, ...label }] }
}

const framing = (texts: string[], fillColor = colour.white): TableCell[] =>
  texts.map((text, column) => ({
    text,
    bold: true,
    ...tabular,
    fontSize: column < 2 ? 9 : sizeToFit(text, MONEY_WIDTHS[column - 2] ?? 0, { size: 9, bold: true }),
    noWrap: column !== 1,
    alignment: column < 2 ? 'left' : 'right',
    fillColor,
  }))

const figureCell = (text: string, width = 0): TableCell => ({
  text,
  ...tabular,
  fontSize: sizeToFit(text, width, { size: 9 }),
  alignment: 'right',
  noWrap: true,
})

const day = (date: string, { locale }: StatementPaper): string => formatDate(date, locale, 'numeric')

const money = (minor: number, { currency, locale }: StatementPaper): string => formatMoney(minor, currency, locale)
