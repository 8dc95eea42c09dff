import type { CanvasElement, Content, TableCell } from 'pdfmake/interfaces.js'
import { colour, contentWidth, grid, label, ruled, tabular, title } from '../style.ts'
import { sizeToFit } from '../measure.ts'
import { wordsOf } from '../commonWords.ts'
import type { Consumption, ConsumptionMonth } from './consumption.ts'
import type { DuplicateModel } from './duplicateModel.ts'
import type { ReadingRow } from './readingsModel.ts'

const READINGS_WIDTH = 206
const MEASURE_WIDTH = 100
const GAP = 20
const CHART_HEIGHT = 50
const VALUE_SIZE = 6.8
/** A label may reach over its bar's column, and keeps so much from the next. */
const OVERHANG = 4
const VALUE_GAP = 2 * OVERHANG + 1.5

/** What the meter said, beside the year that led to it. */
export function consumptionBlock(model: DuplicateModel): Content {
  const width = contentWidth(model.page) - READINGS_WIDTH - GAP
  return {
    margin: [0, 11, 0, 0],
    columns: [
      { width: READINGS_WIDTH, stack: readings(model) },
      { width, stack: chart(model.consumption, width, model) },
    ],
    columnGap: GAP,
    unbreakable: true,
  }
}

function readings({ locale, readings }: DuplicateModel): Content[] {
  const words = wordsOf(locale)
  const head = ['', words.readingDate, words.readingValue, words.readingKind].map((text, index): TableCell => ({
    text,
    ...label,
    alignment: index === 2 ? 'right' : 'left',
  }))
  return [
    { text: words.readings, ...title, margin: [0, 0, 0, 3] },
    {
      table: { headerRows: 1, widths: ['auto', 'auto', 'auto', '*'], body: [head, ...readings.rows.map((row) => readingRow(row, words.noReading))] },
      layout: ruled,
    },
    {
      margin: [0, 6, 0, 0],
      table: {
        widths: [READINGS_WIDTH - MEASURE_WIDTH, MEASURE_WIDTH],
        body: readings.measures.map(({ label: name, value }, index) => {
          const bold = index === readings.measures.length - 1
          return [
            { text: name, bold },
            { text: value, ...tabular, bold, alignment: 'right' },
          ]
        }),
      },
      layout: { ...grid, paddingBottom: () => 2 },
    },
  ]
}

function readingRow({ label: name, reading }: ReadingRow, missing: string): TableCell[] {
  if (!reading) return [{ text: name }, { text: missing, colSpan: 3, color: colour.quiet }, {}, {}]
  return [
    { text: name },
    { text: reading.date, noWrap: true },
    { text: reading.value, ...tabular, bold: true, alignment: 'right', noWrap: true },
    { text: reading.kind },
  ]
}

function chart({ title: words, months }: Consumption, width: number, { locale }: DuplicateModel): Content[] {
  const column = width / months.length
  const highest = Math.max(...months.map(({ value }) => value ?? 0), 1)
  return [
    { text: words, ...title, margin: [0, 0, 0, 4] },
    {
      table: {
        widths: months.map(() => column),
        body: [months.map((month) => bar(month, column, highest)), months.map((month, index) => monthLabel(month, index))],
      },
      layout: { ...grid, hLineWidth: (row) => (row === 1 ? 0.8 : 0), hLineColor: () => colour.ink },
    },
    ...(months.some(({ estimated, value }) => estimated && value !== null && value > 0) ? [legend(wordsOf(locale).estimatedBar)] : []),
  ]
}

function bar(month: ConsumptionMonth, column: number, highest: number): Content {
  const height = Math.max(0, ((month.value ?? 0) / highest) * CHART_HEIGHT)
  const width = column * 0.66
  const value: Content = {
    text: month.text,
    fontSize: sizeToFit(month.text, column - VALUE_GAP + 2 * OVERHANG, { size: VALUE_SIZE, bold: true }),
    bold: month.current,
    alignment: 'center',
    noWrap: true,
    margin: [-OVERHANG, CHART_HEIGHT - height, -OVERHANG, 1],
  }
  const shape: Content = { canvas: [barShape(month, (column - width) / 2, 0, width, height)] }
  return { stack: height > 0 ? [value, shape] : [value] }
}

/** An estimated reading is an outlined bar: told apart without colour. */
function barShape({ estimated, current }: Pick<ConsumptionMonth, 'estimated' | 'current'>, x: number, y: number, w: number, h: number): CanvasElement {
  if (!estimated) return { type: 'rect', x, y, w, h, color: current ? colour.accent : colour.past }
  const inset = Math.min(0.5, h / 2)
  return {
    type: 'rect',
    x: x + inset,
    y: y + inset,
    w: w - 2 * inset,
    h: h - 2 * inset,
    color: colour.white,
    lineColor: colour.accent,
    lineWidth: current ? 1.6 : 1,
  }
}

function monthLabel({ month, year, current }: ConsumptionMonth, index: number): Content {
  const showsYear = index === 0 || month === 'ene' || current
  return { text: showsYear ? `${month}\n${year}` : month, fontSize: VALUE_SIZE, bold: current, alignment: 'center', margin: [-4, 2, -4, 0] }
}

function legend(text: string): Content {
  return {
    margin: [0, 2, 0, 0],
    columns: [
      { width: 10, canvas: [barShape({ estimated: true, current: false }, 0, 1, 6, 6)] },
      { text, ...label },
    ],
    columnGap: 0,
  }
}
