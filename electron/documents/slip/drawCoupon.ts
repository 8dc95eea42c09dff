import type { CanvasElement, Column, Content } from 'pdfmake/interfaces.js'
import { barsWidth, drawBars, widestModule } from '../codes.ts'
import type { Labelled } from '../labelled.ts'
import { sizeToFit } from '../measure.ts'
import { colour, contentWidth, label, MARGIN, mm, pageWidth, tabular } from '../style.ts'
import type { SlipCoupon, SlipModel } from './slipModel.ts'
import { slipWords } from './slipWords.ts'

const BAR_HEIGHT = mm(16)
/** At 100, 150, 300 and 600 dpi a dot begins at each multiple of it. */
const DOT_GRID = 1.44
/** Bars of wide modules are worth more than an even margin; printers leave less than this white, and a quiet zone more. */
const EDGE = 24
const AMOUNT_WIDTH = 220
const GAP = 16

/** What is cut off and left at the till: never parted over two sheets. */
export function drawCoupon(coupon: SlipCoupon, model: SlipModel): Content {
  return {
    unbreakable: true,
    margin: [0, 12, 0, 0],
    stack: [cutLine(model), headOf(coupon, model), factsOf(coupon, model), ...payload(coupon, model)],
  }
}

function cutLine({ page, cut }: SlipModel): Content {
  const line: CanvasElement = {
    type: 'line',
    x1: 0,
    y1: 0,
    x2: contentWidth(page),
    y2: 0,
    lineWidth: 0.8,
    lineColor: colour.quiet,
    dash: { length: 5, space: 4 },
  }
  return {
    stack: [
      { text: cut, ...label, alignment: 'center' },
      { canvas: [line], margin: [0, 1, 0, 7] },
    ],
  }
}

function headOf({ amount, payBy }: SlipCoupon, { locale, page, place, agreement, issuer }: SlipModel): Content {
  const words = slipWords(locale)
  const width = contentWidth(page) - AMOUNT_WIDTH - GAP
  const named = agreement ? ` · ${agreement.label} ${agreement.value}` : ''
  const amountBlock: Column = {
    width: AMOUNT_WIDTH,
    alignment: 'right',
    stack: [
      { text: amount, fontSize: sizeToFit(amount, AMOUNT_WIDTH, { size: 17, bold: true }), noWrap: true, bold: true, ...tabular },
      { text: `${words.payBy} ${payBy}`, ...label, fontSize: 8.5 },
    ],
  }
  return {
    columns: [
      {
        width,
        stack: [
          { text: `${place}${named}`, fontSize: 13, bold: true, ...tabular },
          { text: `${issuer.legalName} · ${issuer.taxId}`, ...label, fontSize: 8.5 },
        ],
      },
      amountBlock,
    ],
    columnGap: GAP,
  }
}

function factsOf({ facts, invoices }: SlipCoupon, { locale, page }: SlipModel): Content {
  const words = slipWords(locale)
  const written = [...facts, { label: invoices.includes(',') ? words.invoices : words.invoice, value: invoices }]
  const runs = written.flatMap(({ label: name, value }: Labelled, index) => [
    { text: `${index > 0 ? '   ' : ''}${name} `, ...label, fontSize: 8.5 },
    { text: value, bold: true, fontSize: 9.5, ...tabular },
  ])
  return { columns: [{ width: contentWidth(page), text: runs }], margin: [0, 4, 0, 0] }
}

function payload({ reference, bars, bearers, note }: SlipCoupon, { locale, page }: SlipModel): Content[] {
  const figures = reference === null ? [] : [referenceLine(reference, locale)]
  if (bars === null) return [{ margin: [0, 9, 0, 0], stack: [...figures, { text: note ?? '', bold: true, margin: [0, 4, 0, 0] }] }]
  const module = widestModule(bars, pageWidth[page] - 2 * EDGE)
  const left = onGrid((pageWidth[page] - barsWidth(bars, module)) / 2) - MARGIN
  return [
    { stack: [drawBars(bars, BAR_HEIGHT, { module, bearers })], margin: [left, 8, 0, 0] },
    { stack: figures, alignment: 'center', margin: [0, 3, 0, 0] },
  ]
}

/** Longer ones are set smaller, so that they stay on one line. */
const LONG_REFERENCE = 56

const referenceLine = (reference: string, locale: SlipModel['locale']): Content => ({
  text: [
    { text: `${slipWords(locale).reference}  `, ...label, fontSize: 8.5 },
    { text: reference, fontSize: reference.length <= LONG_REFERENCE ? 14 : 10, bold: true, ...tabular },
  ],
})

const onGrid = (points: number): number => Math.floor(points / DOT_GRID) * DOT_GRID
