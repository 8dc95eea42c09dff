import { asWritten, isBeyondMeasure } from './numbers.ts'

/** Making a format takes longer than a hundred uses of it, and a statement has thousands of amounts. */
const formats = new Map<string, Intl.NumberFormat>()

/** On the bill in the hand each of them is `$`. Any other currency is told apart from them: `US$`. */
const PESOS = ['MXN', 'UYU']

/** How a locale writes major units of a currency, with more decimals than the currency's own if asked. */
export function currencyFormat(currency: string, locale: string, mostDecimals?: number): Intl.NumberFormat {
  const key = `${locale} ${currency} ${mostDecimals}`
  let format = formats.get(key)
  if (!format) {
    const currencyDisplay = PESOS.includes(currency) ? 'narrowSymbol' : 'symbol'
    // Without the grouping es-UY leaves four-digit amounts ungrouped.
    format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay, useGrouping: 'always', maximumFractionDigits: mostDecimals })
    formats.set(key, format)
  }
  return format
}

const digits = new Map<string, number>()

/** How many decimals a currency has: 2 for MXN and UYU. */
export function minorDigits(currency: string): number {
  const known = digits.get(currency)
  if (known !== undefined) return known
  const found = currencyFormat(currency, 'en').resolvedOptions().maximumFractionDigits ?? 2
  digits.set(currency, found)
  return found
}

/** An amount in major units, as a number fit for spreadsheets and charts. */
export function majorUnits(minor: number, currency: string): number {
  return minor / 10 ** minorDigits(currency)
}

/** Writes minor units as the zone does: es-MX `$3,639.00`, es-UY `$ 3.639,00`, with a space that does not break; a credit has its sign in front. */
export function formatMoney(minor: number, currency: string, locale: string): string {
  return asWritten(currencyFormat(currency, locale).format(majorUnits(minor, currency)))
}

/** Tariffs have more decimals than money. */
const PRICE_DECIMALS = 6

/** Writes the price of a unit, which is in major units: `$1.904761`. */
export function formatPrice(major: number, currency: string, locale: string): string {
  return asWritten(isBeyondMeasure(major) ? major.toExponential(2) : currencyFormat(currency, locale, PRICE_DECIMALS).format(major))
}

/** In minor units, as each of them. */
export const sumOf = (parts: readonly { amount: number }[]): number => parts.reduce((sum, { amount }) => sum + amount, 0)
