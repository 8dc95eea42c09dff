import type Excel from 'exceljs'
import { dayFigures } from '../../../shared/contract/dayEnd.ts'
import { cellText, openWorkbook, printSetup, styleHeading } from '../workbook.ts'
import type { DayEndModel, DayLine } from './dayEndModel.ts'
import { dayEndWords } from './dayEndWords.ts'

const FIRST_ROW = 2

/** The first sheet holds the figures by person, the second by hour, the third what vouches for them. */
export function dayEndWorkbook(model: DayEndModel, createdAt: number): Promise<Uint8Array<ArrayBuffer>> {
  const words = dayEndWords(model.locale)
  const { workbook, bytes } = openWorkbook({ title: words.name(model.day), company: model.issuer.legalName, createdAt })
  writeFigures(workbook, model, { name: words.byPerson, first: words.person, lines: model.people })
  writeFigures(workbook, model, { name: words.byHour, first: words.hour, lines: model.hours })
  writeAudit(workbook, model)
  return bytes()
}

interface Table {
  name: string
  first: string
  lines: readonly DayLine[]
}

/** With the changes since the signature behind the figures, where there are any. The totals are formulas, so that they follow whoever changes the rows. */
function writeFigures(workbook: Excel.stream.xlsx.WorkbookWriter, model: DayEndModel, { name, first, lines }: Table): void {
  const words = dayEndWords(model.locale)
  const figures = dayFigures.map((figure) => words.figures[figure])
  const heads = [...figures, ...(model.isLater ? figures.map((figure) => `${figure}, ${words.later}`) : [])]
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }], ...printSetup(model.page, `${words.name(model.day)} · ${name}`) })
  sheet.columns = [{ header: first, width: 34 }, ...heads.map((header) => ({ header, width: header.length > 14 ? 34 : 14 }))]
  styleHeading(sheet.getRow(1))
  for (const line of lines) sheet.addRow([cellText(line.name), ...valuesOf(line, model.isLater)]).commit()
  const last = FIRST_ROW + lines.length - 1
  const totals = valuesOf(model.total, model.isLater).map((result, place) => {
    const column = sheet.getColumn(place + 2).letter
    return lines.length > 0 ? { formula: `SUM(${column}${FIRST_ROW}:${column}${last})`, result } : result
  })
  const row = sheet.addRow([words.total, ...totals])
  row.font = { bold: true }
  row.border = { top: { style: 'thin' } }
  row.commit()
  sheet.commit()
}

const valuesOf = ({ figures }: DayLine, withLater: boolean): number[] => [
  ...figures.map(({ count }) => count),
  ...(withLater ? figures.map(({ later }) => later) : []),
]

function writeAudit(workbook: Excel.stream.xlsx.WorkbookWriter, model: DayEndModel): void {
  const words = dayEndWords(model.locale)
  const sheet = workbook.addWorksheet(words.audit, printSetup(model.page, words.name(model.day)))
  sheet.columns = [{ width: 28 }, { width: 34 }, { width: 20 }, { width: 70 }]
  for (const { label, value } of model.facts) sheet.addRow([cellText(label), cellText(value)]).commit()
  const said = model.amiss.length > 0 ? model.amiss : [words.agrees, words.whole]
  for (const sentence of said) sheet.addRow([words.audit, cellText(sentence)]).commit()
  if (model.signatures.length === 0) sheet.addRow([words.unsigned, null, null, model.digest]).commit()
  else sheet.addRow([words.number, words.person, words.signedAt, words.digest]).commit()
  for (const { number, name, signedAt, digest } of model.signatures) sheet.addRow([number, cellText(name), signedAt, digest]).commit()
  sheet.commit()
}
