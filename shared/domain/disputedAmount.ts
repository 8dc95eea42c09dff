import { currencyFormat, minorDigits } from './money.ts'
import type { Read } from './typedFields.ts'
import { readTypedDigits } from './typedNumber.ts'

/** The currency and locale in which the amounts of an account are typed. */
export interface AmountsWritten {
  currency: string
  locale: string
}

/** Whether there is anything on an invoice that a customer may not recognise: a credit note charges nothing. */
export const mayBeDisputed = (invoice: { total: number } | null): boolean => invoice !== null && invoice.total > 0

/**
 * Reads *Importe que no reconoce*, typed as the account's zone writes amounts, with or without the currency's sign. Returns minor units; null where
 * nothing was typed or no invoice is chosen. Problems: not-a-number, too-many-decimals, nothing-disputed, more-than-total.
 */
export function readDisputedAmount(typed: string, invoice: { total: number } | null, { currency, locale }: AmountsWritten): Read<number | null> {
  if (typed.trim() === '' || invoice === null) return { value: null }
  const digits = readTypedDigits(withoutSign(typed, currency, locale), locale)
  if (!digits) return { problem: 'not-a-number' }
  const decimals = minorDigits(currency)
  if (digits.fraction.length > decimals) return { problem: 'too-many-decimals' }
  const minor = Number(`${digits.whole}${digits.fraction.padEnd(decimals, '0')}`)
  if (minor === 0) return { problem: 'nothing-disputed' }
  return minor > invoice.total ? { problem: 'more-than-total' } : { value: minor }
}

/** `$3,639.00` is how it stands on the bill. */
function withoutSign(typed: string, currency: string, locale: string): string {
  const sign = currencyFormat(currency, locale)
    .formatToParts(1)
    .find(({ type }) => type === 'currency')?.value
  const text = typed.trim()
  return sign !== undefined && text.startsWith(sign) ? text.slice(sign.length) : text
}
