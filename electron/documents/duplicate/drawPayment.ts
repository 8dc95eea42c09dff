import type { Content } from 'pdfmake/interfaces.js'
import { code128 } from '../barcodes.ts'
import { drawBars } from '../codes.ts'
import { label, mm, tabular, title, write } from '../style.ts'
import { wordsOf } from '../words.ts'
import type { DuplicateModel } from './model.ts'

const BAR_HEIGHT = mm(13)

/** What a cashier scans, with the reference in figures for one who cannot. */
export function paymentBlock({ reference, barcode }: NonNullable<DuplicateModel['payment']>, { locale }: DuplicateModel): Content {
  const words = wordsOf(locale)
  const bars = barcode ? code128(reference) : null
  return {
    unbreakable: true,
    margin: [0, 10, 0, 0],
    stack: [
      { text: words.reference, ...title, margin: [0, 0, 0, 4] },
      ...(bars ? [drawBars(bars, BAR_HEIGHT)] : []),
      write(reference, { ...tabular, fontSize: 11, characterSpacing: 0.6, margin: [bars ? 9.6 : 0, 3, 0, 0] }),
      ...(bars ? [] : [{ text: words.noBarcode, ...label }]),
    ],
  }
}
