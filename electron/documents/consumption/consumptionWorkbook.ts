import { cellDate, cellText, DATE_FORMAT, decimalsOf, figureFormat, openWorkbook, printSetup, styleHeading } from '../workbook.ts'
import type { ConsumptionModel } from './consumptionModel.ts'
import { consumptionWords } from './consumptionWords.ts'

/** One sheet with a row for each reading, oldest first, and the sum of what was consumed. */
export function consumptionWorkbook(model: ConsumptionModel, createdAt: number): Promise<Uint8Array<ArrayBuffer>> {
  const { locale, page, company, accountNumber, readings } = model
  const words = consumptionWords(locale)
  const unit = cellText(model.unit)
  const title = `${words.title} ${accountNumber}`
  const { workbook, bytes } = openWorkbook({ title, company, createdAt })
  const sheet = workbook.addWorksheet(words.readings, { views: [{ state: 'frozen', ySplit: 1 }], ...printSetup(page, title) })
  const figure = { width: 18 }
  sheet.columns = [
    { header: words.date, width: 14, style: { numFmt: DATE_FORMAT } },
    { header: words.meter, width: 18 },
    { header: words.value(unit), ...figure },
    { header: words.kind, width: 24 },
    { header: words.consumption(unit), ...figure },
  ]
  styleHeading(sheet.getRow(1))
  for (const { takenOn, meterNumber, value, kind, consumption } of readings) {
    const row = sheet.addRow([cellDate(takenOn), cellText(meterNumber), value, words.kinds[kind], consumption ?? null])
    row.getCell('C').numFmt = figureFormat(decimalsOf([value]))
    row.getCell('E').numFmt = figureFormat(decimalsOf([consumption ?? 0]))
    row.commit()
  }
  const last = readings.length + 1
  sheet.autoFilter = `A1:E${last}`
  const consumed = readings.map(({ consumption }) => consumption ?? 0)
  const sum = consumed.reduce((total, one) => total + one, 0)
  const totals = sheet.addRow([null, null, null, words.total, readings.length > 0 ? { formula: `SUM(E2:E${last})`, result: sum } : 0])
  totals.getCell('E').numFmt = figureFormat(decimalsOf(consumed))
  totals.font = { bold: true }
  totals.border = { top: { style: 'thin' } }
  totals.commit()
  sheet.commit()
  return bytes()
}
