import type { OnlinePaymentModel } from '../onlinePayment/onlinePaymentModel.ts'
import { onlinePaymentWords } from '../onlinePayment/onlinePaymentWords.ts'
import { centred, gap, large, rule, strong, text, type Block } from './block.ts'

/** A payment on one's own phone, as a ticket: the same words as on a sheet. */
export function onlinePaymentTicket(model: OnlinePaymentModel): Block[] {
  return [
    large(model.issuer.brand, 2),
    centred(model.issuer.legalName),
    gap,
    { kind: 'text', text: model.title, bold: true, centred: true },
    rule,
    { kind: 'text', text: model.state, bold: true, centred: true },
    large(model.amount, 2),
    ...(model.until === null ? [] : [centred(model.until)]),
    ...(model.qr === null ? [] : [gap, { kind: 'qr' as const, data: model.qr }]),
    rule,
    ...model.facts.map(({ label, value }): Block => ({ kind: 'fact', label, value })),
    ...(model.steps.length === 0 ? [] : [rule, strong(onlinePaymentWords(model.locale).how), ...model.steps.map(text)]),
    rule,
    ...model.about.map(text),
  ]
}
