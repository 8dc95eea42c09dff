/** Accounts with fixed places in the sample, for a first visit, for the help and for tests. */
export const knownAccounts = {
  /** Owes its latest invoice, $1,284.50, due ten days from today. */
  monterrey: { index: 0, zoneId: 'zona-monterrey', number: '40989917', checkDigit: '7', invoiceNumber: 'DE 4043 2503' },
  /** Owes nothing. */
  nuevoLaredo: { index: 1, zoneId: 'zona-nuevo-laredo', number: '8295249', checkDigit: '3', invoiceNumber: 'ZE40389382' },
  /** Has CFE data and no check digit. */
  montevideo: { index: 2, zoneId: 'zona-montevideo', number: '318204', checkDigit: null, invoiceNumber: 'A-140.346.261' },
  /** The utility keeps the original PDF of its latest invoices. */
  withOriginal: { index: 3, zoneId: 'zona-bajio-sur', number: '51670238', checkDigit: '4', invoiceNumber: 'BS 4030 3140' },
} as const

/** What the latest invoice of the known account in Monterrey is made of. */
export const knownLatestInvoice = { ageInDays: 8, consumption: 87, usageAmount: 104_483, total: 128_450 } as const
