import type { Content } from 'pdfmake/interfaces.js'
import { code128 } from '../barcodes.ts'
import { barsWidth, drawBars, QUIET_ZONE } from '../codes.ts'
import { label, mm, tabular, title } from '../style.ts'
import { wordsOf } from '../commonWords.ts'
import type { DuplicateModel } from './duplicateModel.ts'

const BAR_HEIGHT = mm(12)

interface PaymentBlock {
  content: Content[]
  width: number
}

/** What a cashier scans, and how wide it must be, with the reference in figures for one who cannot. */
export function paymentBlock({ reference, barcode }: NonNullable<DuplicateModel['payment']>, { locale }: DuplicateModel): PaymentBlock {
  const words = wordsOf(locale)
  if (reference === null)
    return {
      content: [
        { text: words.reference, ...title, margin: [0, 0, 0, 4] },
        { text: words.referenceAtCounter, bold: true },
      ],
      width: 0,
    }
  const bars = barcode ? code128(reference) : null
  const content: Content[] = [
    { text: words.reference, ...title, margin: [0, 0, 0, 4] },
    ...(bars ? [drawBars(bars, BAR_HEIGHT)] : []),
    { text: reference, ...tabular, fontSize: 10, margin: [bars ? QUIET_ZONE : 0, 3, 0, 0] },
    ...(bars ? [] : [{ text: words.noBarcode, ...label }]),
  ]
  return { content, width: bars ? barsWidth(bars) : 0 }
}
