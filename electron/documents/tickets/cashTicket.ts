import { inGroups } from '../../../shared/domain/paymentReference.ts'
import { wordsOf } from '../commonWords.ts'
import type { PaperLocale } from '../paperLocale.ts'
import { centred, gap, large, rule, strong, text, type Block } from './block.ts'
import type { CashInvoice, CashModel } from './cashModel.ts'
import { ticketWords } from './ticketWords.ts'

/** What the cash desk scans: each invoice with its own bars, because the desk books them one by one. */
export function cashTicket(model: CashModel): Block[] {
  const words = ticketWords(model.locale).cash
  return [
    large(model.issuer.brand, 2),
    centred(model.issuer.legalName),
    gap,
    { kind: 'text', text: words.title, bold: true, centred: true },
    ...(model.branch === null ? [] : [centred(model.branch)]),
    rule,
    { kind: 'fact', ...model.account },
    ...(model.note === null ? [] : [text(model.note)]),
    ...model.invoices.flatMap((invoice) => invoiceBlocks(invoice, model.locale)),
    rule,
    text(model.total.label),
    large(model.total.value, 2),
    rule,
    strong(words.keep),
    text(model.printed),
  ]
}

function invoiceBlocks({ number, owed, due, reference }: CashInvoice, locale: PaperLocale): Block[] {
  const words = ticketWords(locale).cash
  return [
    rule,
    { kind: 'fact', ...number, bold: true },
    { kind: 'fact', label: due.label, value: due.value },
    { kind: 'fact', label: words.owed, value: owed, bold: true },
    ...(reference === null
      ? [text(words.noReference)]
      : [gap, { kind: 'bars' as const, data: reference }, centred(wordsOf(locale).reference), centred(inGroups(reference))]),
  ]
}
