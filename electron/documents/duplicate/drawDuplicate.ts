import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { describeSheet } from '../sheet.ts'
import { MARGIN, colour } from '../style.ts'
import { wordsOf } from '../commonWords.ts'
import { amountBlock, factsBlock } from './drawAmount.ts'
import { chargesBlocks } from './drawCharges.ts'
import { consumptionBlock } from './drawConsumption.ts'
import { cfdiBlock, cfeAddress, cfeFooterHeight, drawCfeFooter } from './drawFiscal.ts'
import { drawFooter, drawHeader, footerHeight, headerHeight } from './drawSheet.ts'
import type { DuplicateModel } from './duplicateModel.ts'

/** The duplicate as pdfmake draws it. The same model makes the same bytes. */
export function duplicateDefinition(model: DuplicateModel): TDocumentDefinitions {
  const { fiscal } = model
  const bottom = footerHeight + (fiscal?.scheme === 'cfe-uy' ? cfeFooterHeight : 0)
  return {
    ...describeSheet(model, `${wordsOf(model.locale).duplicate} ${model.invoiceNumber}`),
    pageMargins: [MARGIN, headerHeight, MARGIN, bottom],
    defaultStyle: { font: 'Paper', fontSize: 9, color: colour.ink, lineHeight: 1.02 },
    header: () => drawHeader(model),
    ...(model.watermark !== null && { watermark: { text: model.watermark, color: colour.ink, opacity: 0.08, bold: true } }),
    content: contentOf(model),
    footer: (page, pages) => [...(fiscal?.scheme === 'cfe-uy' ? [drawCfeFooter(fiscal, model)] : []), drawFooter(model, page, pages)],
  }
}

function contentOf(model: DuplicateModel): Content[] {
  return [amountBlock(model), factsBlock(model), consumptionBlock(model), ...chargesBlocks(model), ...fiscalBlocks(model)]
}

function fiscalBlocks(model: DuplicateModel): Content[] {
  const { fiscal } = model
  if (fiscal === null) return []
  return fiscal.scheme === 'cfdi-4.0' ? cfdiBlock(fiscal, model) : cfeAddress(fiscal, model)
}
