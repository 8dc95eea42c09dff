import type { Content } from 'pdfmake/interfaces.js'
import { qrCode } from '../barcodes.ts'
import { drawMatrix } from '../codes.ts'
import { MARGIN, colour, label, mm, title, write } from '../style.ts'
import { wordsOf } from '../words.ts'
import type { CfdiBlock, CfeBlock, Fiscal } from './fiscalModel.ts'
import type { Labelled } from './labelled.ts'
import type { DuplicateModel } from './model.ts'

const CFDI_QR = mm(30)
/** The authority asks for 22 to 30 mm. */
const CFE_QR = mm(26)
export const cfeFooterHeight = 104

const small = { fontSize: 6.8 }
const tiny = { fontSize: 5.6, lineHeight: 1 }

/** Mexico: the identifiers beside the QR, then the seals and the chain over the whole width. */
export function cfdiBlock(fiscal: CfdiBlock, model: DuplicateModel): Content[] {
  return [
    {
      unbreakable: true,
      margin: [0, 10, 0, 0],
      stack: [
        { text: fiscal.title, ...title, margin: [0, 0, 0, 4] },
        { columns: [{ width: CFDI_QR, ...code(fiscal, CFDI_QR, model) }, fieldsOf(fiscal)], columnGap: 16 },
      ],
    },
    ...fiscal.seals.map(({ label: name, value }): Content => {
      return { margin: [0, 4, 0, 0], stack: [{ text: name, fontSize: 6.8, bold: true }, write(value, tiny)] }
    }),
  ]
}

/** Uruguay: the same block at the foot of every sheet, the QR at its left and the security code under it. */
export function drawCfeFooter(fiscal: CfeBlock, model: DuplicateModel): Content {
  const under = fiscal.securityCode
  return {
    margin: [MARGIN, 6, MARGIN, 0],
    columns: [
      {
        width: CFE_QR + 34,
        stack: [
          code(fiscal, CFE_QR, model),
          ...(under ? [{ text: [{ text: `${under.label}: ` }, { text: under.value, bold: true }], ...small, margin: [0, 5, 0, 0] } as Content] : []),
        ],
      },
      { width: '*', stack: [{ text: fiscal.title, ...title, margin: [0, 0, 0, 4] }, fieldsOf(fiscal)] },
    ],
    columnGap: 16,
  }
}

/** The QR; where the address does not fit one, the address itself. */
function code({ verificationUrl }: Fiscal, side: number, { locale }: DuplicateModel): { stack: Content[] } {
  const matrix = qrCode(verificationUrl)
  if (matrix) return { stack: [drawMatrix(matrix, side)] }
  return { stack: [{ text: wordsOf(locale).cannotCarry, ...label }, write(verificationUrl, tiny)] }
}

function fieldsOf({ fields, verifyAt }: Fiscal): Content {
  const half = Math.ceil(fields.length / 2)
  return {
    stack: [
      { columns: [column(fields.slice(0, half)), column(fields.slice(half))], columnGap: 12 },
      ...(verifyAt ? [{ text: verifyAt, ...small, color: colour.quiet, margin: [0, 3, 0, 0] } as Content] : []),
    ],
  }
}

const column = (fields: readonly Labelled[]): Content => ({
  stack: fields.map(({ label: name, value }) => ({
    text: [{ text: `${name}: `, color: colour.quiet }, write(value, { bold: true }) as { text: string }],
    ...small,
    margin: [0, 0, 0, 1.4],
  })),
})
