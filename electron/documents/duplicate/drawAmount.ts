import type { Column, Content } from 'pdfmake/interfaces.js'
import { colour, contentWidth, grid, label } from '../style.ts'
import { fitted, sizeToFit } from '../measure.ts'
import { wordsOf } from '../commonWords.ts'
import type { Labelled } from '../labelled.ts'
import type { DuplicateModel } from './duplicateModel.ts'

const PANEL_WIDTH = 236
const PANEL_PADDING = 16
const GAP = 20

/** Whose bill it is, and the two things that everyone looks for: how much, and until when. */
export function amountBlock(model: DuplicateModel): Content {
  return { columns: [holderOf(model), panel(model)], columnGap: GAP }
}

function holderOf({ locale, page, holder, supplyAddress, accountNote, emergencyPhone }: DuplicateModel): Column {
  const words = wordsOf(locale)
  const width = contentWidth(page) - PANEL_WIDTH - GAP
  return {
    width,
    stack: [
      { text: words.holder, ...label },
      { text: fitted(holder, width, { size: 13, bold: true, lines: 4 }), fontSize: 13, bold: true, margin: [0, 0, 0, 5] },
      { text: words.supplyAddress, ...label },
      ...supplyAddress.map((line) => ({ text: fitted(line, width, { size: 10, lines: 2 }), fontSize: 10 })),
      ...(accountNote === null ? [] : [{ text: accountNote, bold: true, fontSize: 10, margin: [0, 5, 0, 0] } as Content]),
      ...(emergencyPhone ? [{ text: `${words.emergencies}: ${emergencyPhone}`, bold: true, fontSize: 10, margin: [0, 5, 0, 0] } as Content] : []),
    ],
  }
}

/** Filled where something is to be paid; light where nothing is, so that it cannot be taken for a demand. */
function panel({ amount, stamp, amountNote }: DuplicateModel): Column {
  const isDemand = amount.due !== null
  const ink = { color: isDemand ? colour.white : colour.ink }
  const below: Content[] = [
    ...(amount.due ? dueLines(amount.due) : []),
    ...(stamp === null ? [] : [{ text: stamp, fontSize: 18, bold: true, color: colour.accent, margin: [0, 3, 0, 0] } as Content]),
    ...(amountNote === null ? [] : [{ text: amountNote, fontSize: isDemand ? 9 : 11, bold: !isDemand, ...ink, margin: [0, 3, 0, 0] } as Content]),
  ]
  return {
    width: PANEL_WIDTH,
    table: {
      widths: ['*'],
      body: [
        [
          {
            stack: [
              { text: amount.label, fontSize: 10, ...ink },
              { text: amount.text, fontSize: sizeToFit(amount.text, PANEL_WIDTH - 2 * PANEL_PADDING, { size: 32, bold: true }), bold: true, ...ink },
              ...below,
            ],
          },
        ],
      ],
    },
    layout: {
      ...grid,
      fillColor: () => (isDemand ? colour.accent : colour.tint),
      paddingLeft: () => PANEL_PADDING,
      paddingRight: () => PANEL_PADDING,
      paddingTop: () => 9,
      paddingBottom: () => 8,
    },
  }
}

const dueLines = ({ label: name, value }: Labelled): Content[] => [
  { text: name, fontSize: 9, color: colour.white, margin: [0, 4, 0, 0] },
  { text: value, fontSize: 16, bold: true, color: colour.white },
]

/** Account and invoice number: what the kiosk, the bank and the counter ask for. */
const KEY_FACTS = 2
/** Of those and of the period and the date of issue; meter and tariff share the rest. */
const FACT_WIDTHS = [72, 88, 104, 60]
const FACT_PADDING = 14

/** The numbers that identify the bill, in one row of cells. */
export function factsBlock({ facts, page }: DuplicateModel): Content {
  const rest = facts.length - FACT_WIDTHS.length
  const free = contentWidth(page) - FACT_WIDTHS.reduce((sum, width) => sum + width, 0) - FACT_PADDING * facts.length
  return {
    margin: [0, 11, 0, 0],
    table: { widths: facts.map((_, index) => FACT_WIDTHS[index] ?? free / rest), body: [facts.map(factCell)] },
    layout: {
      ...grid,
      vLineWidth: (column) => (column === 0 || column === facts.length ? 0 : 0.5),
      vLineColor: () => colour.rule,
      paddingLeft: (column) => (column === 0 ? 0 : 8),
      paddingRight: () => 6,
    },
  }
}

function factCell({ label: name, value }: Labelled, index: number): Content {
  const key = index < KEY_FACTS
  return {
    stack: [
      { text: name, ...label },
      { text: value, fontSize: key ? 11.5 : 9, bold: true, margin: [0, key ? 0 : 1.6, 0, 0] },
    ],
  }
}
