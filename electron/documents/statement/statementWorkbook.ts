import { setImmediate } from 'node:timers/promises'
import type Excel from 'exceljs'
import { formatDate } from '../../../shared/domain/dates.ts'
import { majorUnits } from '../../../shared/domain/money.ts'
import { cellDate, cellText, DATE_FORMAT, moneyFormat, openWorkbook, printSetup, styleHeading } from '../workbook.ts'
import type { StatementModel } from './statementModel.ts'
import { statementWords } from './statementWords.ts'

/** After so many rows what was written is compressed before more is. */
const ROWS_AT_ONCE = 500
const FIRST_ROW = 2

/** The first sheet holds the movements between opening balance and totals, the second whose they are and what they add up to. */
export async function statementWorkbook(model: StatementModel, createdAt: number): Promise<Uint8Array<ArrayBuffer>> {
  const words = statementWords(model.locale)
  const title = `${words.title} ${model.account.number}`
  const { workbook, bytes } = openWorkbook({ title, company: model.issuer.legalName, createdAt })
  const totalsRow = await writeMovements(workbook, model, title)
  writeSummary(workbook, model, totalsRow)
  return bytes()
}

type Writer = Excel.stream.xlsx.WorkbookWriter

/** Answers the number of the row of totals. */
async function writeMovements(workbook: Writer, model: StatementModel, title: string): Promise<number> {
  const words = statementWords(model.locale)
  const sheet = workbook.addWorksheet(words.movements, {
    views: [{ state: 'frozen', ySplit: 1 }],
    ...printSetup(model.page, `${title} · ${periodOf(model)}`),
  })
  sheet.columns = columnsOf(model)
  styleHeading(sheet.getRow(1))
  for (const column of ['E', 'F', 'G']) sheet.getRow(1).getCell(column).alignment = { horizontal: 'right' }
  const major = (minor: number): number => majorUnits(minor, model.currency)
  const addRow = rowWriter(sheet, model)
  addRow([cellDate(model.from), null, words.opening, null, null, null, major(model.opening)])
  if (model.count === 0) addRow([cellDate(model.to), null, words.none, null, null, null, major(model.closing)])
  let last = model.count === 0 ? FIRST_ROW + 1 : FIRST_ROW
  for (const { postedOn, kind, description, documentNumber, amount, balance } of model.rows) {
    const [charge, payment] = amount < 0 ? [null, major(-amount)] : [major(amount), null]
    const document = documentNumber === null ? null : cellText(documentNumber)
    addRow([cellDate(postedOn), words.kinds[kind], cellText(description), document, charge, payment, major(balance)])
    if (++last % ROWS_AT_ONCE === 0) await setImmediate()
  }
  sheet.autoFilter = `A1:G${last}`
  writeTotals(sheet, model, last)
  sheet.commit()
  return last + 1
}

function columnsOf({ locale }: StatementModel): Partial<Excel.Column>[] {
  const words = statementWords(locale)
  return [
    { header: words.date, width: 14 },
    { header: words.kind, width: 12 },
    { header: words.description, width: 46 },
    { header: words.document, width: 18 },
    ...[words.charge, words.payment, words.balance].map((header) => ({ header, width: 17 })),
  ]
}

type Cells = (Date | string | number | null)[]

/** Styles are given to the cells, each the same object, plain ones too: exceljs makes a new one for every cell that has none, and compares them. */
function rowWriter(sheet: Excel.Worksheet, { currency, locale }: StatementModel): (cells: Cells) => void {
  const [date, money, plain] = [{ numFmt: DATE_FORMAT }, { numFmt: moneyFormat(currency, locale) }, {}]
  const styleOf = (cell: Date | string | number): Partial<Excel.Style> => {
    if (cell instanceof Date) return date
    return typeof cell === 'number' ? money : plain
  }
  return (cells) => {
    const row = sheet.addRow(cells)
    cells.forEach((cell, index) => {
      if (cell !== null) row.getCell(index + 1).style = styleOf(cell)
    })
    row.commit()
  }
}

/** Formulas, so that they follow whoever changes the rows, with the values that they have now. */
function writeTotals(sheet: Excel.Worksheet, { locale, currency, to, ...model }: StatementModel, last: number): void {
  const row = sheet.addRow([cellDate(to), null, statementWords(locale).totals])
  const numFmt = moneyFormat(currency, locale)
  const sums: [column: string, formula: string, value: number][] = [
    ['E', `SUM(E${FIRST_ROW}:E${last})`, model.charges],
    ['F', `SUM(F${FIRST_ROW}:F${last})`, model.payments],
    ['G', `G${FIRST_ROW}+E${last + 1}-F${last + 1}`, model.closing],
  ]
  row.font = { bold: true }
  row.border = { top: { style: 'thin' } }
  row.getCell('A').numFmt = DATE_FORMAT
  for (const [column, formula, value] of sums) {
    const cell = row.getCell(column)
    cell.value = { formula, result: majorUnits(value, currency) }
    cell.numFmt = numFmt
  }
  row.commit()
}

function writeSummary(workbook: Writer, model: StatementModel, totalsRow: number): void {
  const words = statementWords(model.locale)
  const sheet = workbook.addWorksheet(words.summary, printSetup(model.page, model.account.number))
  sheet.columns = [{ width: 28 }, { width: 46, style: { alignment: { horizontal: 'left' } } }]
  for (const [label, value] of [
    [words.title, cellText(model.issuer.legalName)],
    [cellText(model.account.label), cellText(model.account.number)],
    [words.holder, cellText(model.holder)],
    [words.supplyAddress, cellText(model.supplyAddress)],
    [words.periodName, periodOf(model)],
  ]) {
    sheet.addRow([label, value]).commit()
  }
  const ofMovements = (cell: string): string => `'${words.movements}'!${cell}`
  for (const [label, cell, value] of [
    [words.opening, `G${FIRST_ROW}`, model.opening],
    [words.charges, `E${totalsRow}`, model.charges],
    [words.payments, `F${totalsRow}`, model.payments],
    [words.closing, `G${totalsRow}`, model.closing],
  ] as const) {
    const row = sheet.addRow([label, { formula: ofMovements(cell), result: majorUnits(value, model.currency) }])
    row.getCell(2).numFmt = moneyFormat(model.currency, model.locale)
    row.commit()
  }
  sheet.commit()
}

const periodOf = ({ from, to, locale }: StatementModel): string =>
  statementWords(locale).period(formatDate(from, locale, 'numeric'), formatDate(to, locale, 'numeric'))
