import type { ReceiptModel } from '../receipt/receiptModel.ts'
import { receiptWords } from '../receipt/receiptWords.ts'
import { centred, gap, large, rule, strong, text, type Block } from './block.ts'

/** The receipt of something filed, as a ticket: the same words as on a sheet. */
export function receiptTicket(model: ReceiptModel): Block[] {
  const words = receiptWords(model.locale)
  return [
    large(model.issuer.brand, 2),
    centred(model.issuer.legalName),
    gap,
    { kind: 'text', text: words.title, bold: true, centred: true },
    ...(model.copy === null ? [] : [centred(model.copy)]),
    rule,
    centred(words.folio),
    large(model.folio, 2),
    { kind: 'qr', data: model.folio },
    centred(model.filed),
    rule,
    ...(model.topic === null ? [] : [text(model.kind)]),
    strong(model.topic ?? model.kind),
    ...model.facts.map(({ label, value }): Block => ({ kind: 'fact', label, value })),
    ...writtenBy(model, words.text),
    rule,
    strong(words.next),
    ...model.next.map(text),
    ...(model.emergency === null ? [] : [gap, strong(model.emergency)]),
  ]
}

function writtenBy({ text: lines }: ReceiptModel, heading: string): Block[] {
  if (lines.length === 0) return []
  return [gap, strong(heading), ...lines.map((line): Block => (line === '' ? gap : text(line)))]
}
