import { taxName } from '../../../shared/domain/billing.ts'
import { addsUp } from '../../../shared/domain/billSum.ts'
import { formatMoney, formatPrice, sumOf } from '../../../shared/domain/money.ts'
import { formatNumber } from '../../../shared/domain/numbers.ts'
import type { Invoice } from '../../../shared/utility-api/generated/types.gen.ts'
import { shorten } from '../../bounds/shorten.ts'
import { printable } from '../printable.ts'
import { wordsOf } from '../commonWords.ts'
import { type Labelled, type Writing } from '../labelled.ts'

type InvoiceLine = Invoice['lines'][number]

export interface ChargeRow {
  description: string
  quantity: string
  unitPrice: string
  amount: string
}

export interface Charges {
  rows: ChargeRow[]
  /** Subtotal and each tax by its rate, above the total. */
  sums: Labelled[]
  total: Labelled
}

/** The sums stand together on one sheet. */
const LABEL_ROOM = { characters: 40, lines: 1 }

/** The lines of the invoice, its taxes and its total, which are the utility's: nothing is computed but a subtotal that agrees with them. */
export function chargesOf(invoice: Invoice, writing: Writing): Charges {
  const { locale, currency } = writing
  const words = wordsOf(locale)
  const money = (minor: number): string => formatMoney(minor, currency, locale)
  return {
    rows: invoice.lines.map((line) => chargeRow(line, writing)),
    sums: [
      ...(addsUp(invoice) ? [{ label: words.subtotal, value: money(sumOf(invoice.lines)) }] : []),
      ...invoice.taxes.map((tax) => ({ label: printable(taxName({ ...tax, name: shorten(tax.name, LABEL_ROOM) }, locale)), value: money(tax.amount) })),
    ],
    total: { label: words.total, value: money(invoice.total) },
  }
}

function chargeRow({ description, quantity, unit, unitPrice, amount }: InvoiceLine, { locale, currency }: Writing): ChargeRow {
  return {
    description: printable(description),
    quantity: quantity === undefined ? '' : printable(`${formatNumber(quantity, locale, 6)} ${unit ?? ''}`),
    unitPrice: unitPrice === undefined ? '' : formatPrice(unitPrice, currency, locale),
    amount: formatMoney(amount, currency, locale),
  }
}
