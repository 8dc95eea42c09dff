import { setImmediate } from 'node:timers/promises'
import type Excel from 'exceljs'
import { formatDate } from '../../../shared/domain/dates.ts'
import { majorUnits } from '../../../shared/domain/money.ts'
import { fileText } from '../fileText.ts'
import { cellDate, DATE_FORMAT, moneyFormat, openWorkbook, printSetup, styleHeading } from '../workbook.ts'
import type { StatementModel } from './model.ts'
import { statementWords } from './words.ts'

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
  const major = (minor: number): number => majorUnits(minor, model.currency)
  sheet.addRow([cellDate(model.from), null, words.opening, null, null, null, major(model.opening)]).commit()
  if (model.count === 0) sheet.addRow([cellDate(model.to), null, words.none, null, null, null, major(model.closing)]).commit()
  let last = model.count === 0 ? FIRST_ROW + 1 : FIRST_ROW
  for (const { postedOn, kind, description, documentNumber, amount, balance } of model.rows) {
    const [charge, payment] = amount < 0 ? [null, major(-amount)] : [major(amount), null]
    const document = documentNumber === null ? null : fileText(documentNumber)
    sheet.addRow([cellDate(postedOn), words.kinds[kind], fileText(description), document, charge, payment, major(balance)]).commit()
    if (++last % ROWS_AT_ONCE === 0) await setImmediate()
  }
  sheet.autoFilter = `A1:G${last}`
  writeTotals(sheet, model, last)
  sheet.commit()
  return last + 1
}

function columnsOf({ locale, currency }: StatementModel): Partial<Excel.Column>[] {
  const words = statementWords(locale)
  const money = { width: 17, style: { numFmt: moneyFormat(currency, locale), alignment: { horizontal: 'right' as const } } }
  return [
    { header: words.date, width: 12, style: { numFmt: DATE_FORMAT } },
    { header: words.kind, width: 12 },
    { header: words.description, width: 46 },
    { header: words.document, width: 18 },
    { header: words.charge, ...money },
    { header: words.payment, ...money },
    { header: words.balance, ...money },
  ]
}

/** Formulas, so that they follow whoever changes the rows, with the values that they have now. */
function writeTotals(sheet: Excel.Worksheet, model: StatementModel, last: number): void {
  const words = statementWords(model.locale)
  const row = sheet.addRow([cellDate(model.to), null, words.totals])
  const totals = { E: [`SUM(E${FIRST_ROW}:E${last})`, model.charges], F: [`SUM(F${FIRST_ROW}:F${last})`, model.payments] } as const
  for (const [column, [formula, sum]] of Object.entries(totals)) row.getCell(column).value = { formula, result: majorUnits(sum, model.currency) }
  row.getCell('G').value = {
    formula: `G${FIRST_ROW}+E${last + 1}-F${last + 1}`,
    result: majorUnits(model.closing, model.currency),
  }
  row.font = { bold: true }
  row.border = { top: { style: 'thin' } }
  row.commit()
}

function writeSummary(workbook: Writer, model: StatementModel, totalsRow: number): void {
  const words = statementWords(model.locale)
  const sheet = workbook.addWorksheet(words.summary, printSetup(model.page, model.account.number))
  sheet.columns = [{ width: 28 }, { width: 46, style: { alignment: { horizontal: 'left' } } }]
  for (const [label, value] of [
    [words.title, model.issuer.legalName],
    [fileText(model.account.label), model.account.number],
    [words.holder, fileText(model.holder)],
    [words.supplyAddress, fileText(model.supplyAddress)],
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
