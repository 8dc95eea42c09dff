import type { Content, ContentStack } from 'pdfmake/interfaces.js'
import { qrCode } from '../barcodes.ts'
import { drawMatrix } from '../codes.ts'
import { filledLines } from '../measure.ts'
import { printable } from '../printable.ts'
import { MARGIN, colour, contentWidth, label, mm, title } from '../style.ts'
import { wordsOf } from '../commonWords.ts'
import type { CfdiBlock, CfeBlock, Fiscal } from './fiscalModel.ts'
import type { Labelled } from '../labelled.ts'
import type { DuplicateModel } from './duplicateModel.ts'

const CFDI_QR = mm(28)
/** The authority asks for 22 to 30 mm. */
const CFE_QR = mm(26)
const CFE_QR_COLUMN = CFE_QR + 34
const GAP = 16
export const cfeFooterHeight = 104

const small = { fontSize: 6.8 }
const tiny = { fontSize: 5.4, lineHeight: 1 }

/** Mexico: the identifiers beside the QR, then the seals and the chain over the whole width. */
export function cfdiBlock(fiscal: CfdiBlock, model: DuplicateModel): Content[] {
  const width = contentWidth(model.page) - CFDI_QR - GAP
  const half = (contentWidth(model.page) - GAP) / 2
  return [
    {
      unbreakable: true,
      margin: [0, 9, 0, 0],
      columns: [
        { width: CFDI_QR, ...code(fiscal, CFDI_QR, model) },
        { width, stack: [{ text: fiscal.title, ...title, margin: [0, -2, 0, 2] }, fieldsOf(fiscal, width)] },
      ],
      columnGap: GAP,
    },
    { columns: fiscal.seals.map((seal) => ({ width: half, ...longValue(seal, half) })), columnGap: GAP },
    ...(fiscal.originalChain ? [longValue(fiscal.originalChain, contentWidth(model.page))] : []),
  ]
}

/** Uruguay: the same block at the foot of every sheet, the QR at its left and the security code under it. */
export function drawCfeFooter(fiscal: CfeBlock, model: DuplicateModel): Content {
  const under = fiscal.securityCode
  const width = contentWidth(model.page) - CFE_QR_COLUMN - GAP
  return {
    margin: [MARGIN, 6, MARGIN, 0],
    columns: [
      {
        width: CFE_QR_COLUMN,
        stack: [
          ...footCode(fiscal, model),
          ...(under ? [{ text: [{ text: `${under.label}: ` }, { text: under.value, bold: true }], ...small, margin: [0, 5, 0, 0] } as Content] : []),
        ],
      },
      { width, stack: [{ text: fiscal.title, ...title, margin: [0, 0, 0, 4] }, fieldsOf(fiscal, width)] },
    ],
    columnGap: GAP,
  }
}

/** The foot has no room for an address that no QR carries: it stands behind everything else then. */
function footCode({ verificationUrl }: CfeBlock, { locale }: DuplicateModel): Content[] {
  const matrix = qrCode(verificationUrl)
  if (matrix) return [drawMatrix(matrix, CFE_QR)]
  const words = wordsOf(locale)
  return [
    { text: words.cannotCarry, ...label },
    { text: verificationUrl === '' ? words.atCounter : words.addressFollows, ...small, bold: true },
  ]
}

/** Uruguay: the address of verification over the whole width, where no QR carries it. */
export function cfeAddress({ verificationUrl }: CfeBlock, { locale, page }: DuplicateModel): Content[] {
  if (verificationUrl === '' || qrCode(verificationUrl)) return []
  return [longValue({ label: wordsOf(locale).cannotCarry, value: printable(verificationUrl) }, contentWidth(page))]
}

/** The QR; where the address does not fit one, the address itself. */
function code({ verificationUrl }: Fiscal, side: number, { locale }: DuplicateModel): { stack: Content[] } {
  const matrix = qrCode(verificationUrl)
  if (matrix) return { stack: [drawMatrix(matrix, side)] }
  const words = wordsOf(locale)
  return longValue({ label: words.cannotCarry, value: verificationUrl === '' ? words.atCounter : printable(verificationUrl) }, side)
}

/** Cut into full lines here, at any character: left to itself, the page would be set ragged, at every slash, and slowly. */
const longValue = ({ label: name, value }: Labelled, width: number): ContentStack => ({
  margin: [0, 3, 0, 0],
  stack: [
    { text: name, fontSize: 6.8, bold: true },
    ...filledLines(value, width, { size: tiny.fontSize }).map((line): Content => ({ text: line, noWrap: true, ...tiny })),
  ],
})

function fieldsOf({ fields, verifyAt }: Fiscal, width: number): Content {
  const rows: Content[] = fields.map(field)
  if (verifyAt) rows.push({ text: verifyAt, ...small, color: colour.quiet })
  const half = Math.ceil(rows.length / 2)
  const column = { width: (width - GAP) / 2 }
  return {
    columns: [
      { ...column, stack: rows.slice(0, half) },
      { ...column, stack: rows.slice(half) },
    ],
    columnGap: GAP,
  }
}

const field = ({ label: name, value }: Labelled): Content => ({
  text: [
    { text: `${name}: `, color: colour.quiet },
    { text: value, bold: true },
  ],
  ...small,
  margin: [0, 0, 0, 0.8],
})
