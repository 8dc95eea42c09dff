/** Making a format takes longer than a hundred uses of it, and a statement has thousands of amounts. */
const formats = new Map<string, Intl.NumberFormat>()

function formatOf(currency: string, locale: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`
  let format = formats.get(key)
  if (!format) {
    // Without the grouping es-UY leaves four-digit amounts ungrouped.
    format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol', useGrouping: 'always' })
    formats.set(key, format)
  }
  return format
}

const digits = new Map<string, number>()

/** How many decimals a currency has: 2 for MXN and UYU. */
export function minorDigits(currency: string): number {
  const known = digits.get(currency)
  if (known !== undefined) return known
  const found = formatOf(currency, 'en').resolvedOptions().maximumFractionDigits ?? 2
  digits.set(currency, found)
  return found
}

/** An amount in major units, as a number fit for spreadsheets and charts. */
export function majorUnits(minor: number, currency: string): number {
  return minor / 10 ** minorDigits(currency)
}

/** Writes minor units as the zone does: es-MX `$3,639.00`, es-UY `$ 3.639,00`; a credit has its sign in front. */
export function formatMoney(minor: number, currency: string, locale: string): string {
  const text = formatOf(currency, locale).format(majorUnits(minor, currency))
  return text.replace(/\u00a0|\u202f/gu, ' ')
}
