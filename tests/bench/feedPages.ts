import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Account, Change, Invoice, Movement, Payment, Reading } from '../../shared/utility-api/generated/types.gen.ts'

/** Changes of one account: itself, and for each month an invoice, a reading, a charge, a payment and its movement. */
const MONTHS = 37
const PER_ACCOUNT = 1 + MONTHS * 5

/** The change at a place of a feed in which each account is followed by its things; always the same for the same place. */
export function changeAt(place: number, rev: number): Change {
  const account = Math.floor(place / PER_ACCOUNT)
  const within = place % PER_ACCOUNT
  if (within === 0) return change('account', accountOf(account), rev)
  const month = Math.floor((within - 1) / 5)
  switch ((within - 1) % 5) {
    case 0:
      return change('invoice', invoiceOf(account, month), rev)
    case 1:
      return change('reading', readingOf(account, month), rev)
    case 2:
      return change('movement', movementOf(account, month, 'invoice'), rev)
    case 3:
      return change('payment', paymentOf(account, month), rev)
    default:
      return change('movement', movementOf(account, month, 'payment'), rev)
  }
}

/** Accounts with their invoices alone, until there are so many invoices. */
export function* invoicesOnly(count: number): Generator<Change> {
  for (let index = 0; index < count; index++) {
    const [account, month] = [Math.floor(index / MONTHS), index % MONTHS]
    if (month === 0) yield change('account', accountOf(account), 1)
    yield change('invoice', invoiceOf(account, month), 1)
  }
}

/**
 * Writes a feed as ready-made answers, one file a page, named by the cursor that it answers; cursors are numbers.
 * @returns the cursor after the last page
 */
export function writePages(directory: string, changes: Iterable<Change>, pageSize: number, first = 0): number {
  mkdirSync(directory, { recursive: true })
  let page: Change[] = []
  let number = first
  const flush = (hasMore: boolean): void => {
    const cursor = String(number + 1)
    const answer = { changes: page, cursor, hasMore, serverTime: '2026-11-21T16:42:00Z' }
    writeFileSync(join(directory, `${number}.json`), JSON.stringify(answer))
    number += 1
    page = []
  }
  for (const one of changes) {
    if (page.length === pageSize) flush(true)
    page.push(one)
  }
  flush(false)
  return number
}

const change = (entity: string, data: { id: string }, rev: number): Change => ({ entity, op: 'upsert', id: data.id, rev, data: { ...data } })

const day = (month: number, date: number): string => {
  const year = 2023 + Math.floor((month + 10) / 12)
  return `${year}-${String(((month + 10) % 12) + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}
const consumptionOf = (account: number, month: number): number => 20 + ((account * 7 + month * 13) % 60)
const totalOf = (account: number, month: number): number => consumptionOf(account, month) * 3529
const accountId = (account: number): string => `a-${account}`
const invoiceNumber = (account: number, month: number): string => `DE ${String(account).padStart(6, '0')} ${String(month).padStart(2, '0')}`
const seal = (seed: number): string => String(seed).padStart(8, '0').repeat(43)

const accountOf = (account: number): Account => ({
  id: accountId(account),
  zoneId: `z-${account % 6}`,
  number: String(10_000_000 + account),
  checkDigit: String(account % 10),
  status: 'active',
  holder: {
    kind: 'person',
    givenNames: 'María José',
    familyName: 'Núñez',
    secondFamilyName: 'Peña',
    documentType: 'CURP',
    documentNumber: `NUPM800101${account}`,
  },
  supplyAddress: { street: 'Calle Poniente', exterior: String(account), neighbourhood: 'Centro', city: 'Monterrey', state: 'Nuevo León', postalCode: '64000' },
  meterNumber: `M-${account}`,
  tariff: 'Doméstica',
  invoiceDelivery: 'paper',
  balance: totalOf(account, MONTHS - 1),
})

const invoiceOf = (account: number, month: number): Invoice => ({
  id: `i-${account}-${month}`,
  accountId: accountId(account),
  number: invoiceNumber(account, month),
  issuedOn: day(month, 10),
  dueOn: day(month, 28),
  periodStart: day(month, 1),
  periodEnd: day(month, 9),
  total: totalOf(account, month),
  balance: 0,
  status: 'paid',
  consumption: consumptionOf(account, month),
  conversionFactor: 1.0324,
  billedUnit: 'm³',
  previousReading: { takenOn: day(month, 1), value: 1000 + month * 30, kind: 'actual' },
  currentReading: { takenOn: day(month, 9), value: 1030 + month * 30, kind: 'actual' },
  lines: [
    { description: 'Consumo de gas natural', quantity: consumptionOf(account, month), unit: 'm³', unitPrice: 28.5, amount: totalOf(account, month) - 9000 },
    { description: 'Servicio de distribución', amount: 6000 },
    { description: 'Cargo fijo', amount: 3000 },
  ],
  taxes: [{ name: 'IVA', rate: 0.16, amount: 5640 }],
  paymentReference: `1800${account}${month}2387`,
  fiscal: {
    scheme: 'cfdi-4.0',
    folio: `9d1a6a2e-0000-4000-8000-${String(account * 100 + month).padStart(12, '0')}`,
    certifiedAt: `${day(month, 10)}T06:00:00Z`,
    issuer: { name: 'Gas del Norte, S.A. de C.V.', taxId: 'GNO010101AB1', regime: '601' },
    receiver: { name: 'María José Núñez Peña', taxId: 'NUPM800101AB1', regime: '605', postalCode: '64000' },
    cfdiUse: 'G03',
    issuerSeal: seal(account),
    authoritySeal: seal(month),
    verificationUrl: `https://verificacfdi.facturaelectronica.sat.gob.mx/default.aspx?id=${account}-${month}&re=GNO010101AB1`,
  },
  hasDocument: false,
})

const readingOf = (account: number, month: number): Reading => ({
  id: `r-${account}-${month}`,
  accountId: accountId(account),
  meterNumber: `M-${account}`,
  takenOn: day(month, 9),
  value: 1030 + month * 30,
  kind: month % 5 === 0 ? 'estimated' : 'actual',
  consumption: consumptionOf(account, month),
})

const movementOf = (account: number, month: number, kind: 'invoice' | 'payment'): Movement => ({
  id: `m-${account}-${month}-${kind}`,
  accountId: accountId(account),
  postedOn: day(month, kind === 'invoice' ? 10 : 20),
  kind,
  description: kind === 'invoice' ? 'Factura de gas natural' : 'Pago en ventanilla, ¡gracias!',
  documentNumber: invoiceNumber(account, month),
  amount: totalOf(account, month) * (kind === 'invoice' ? 1 : -1),
})

const paymentOf = (account: number, month: number): Payment => ({
  id: `p-${account}-${month}`,
  accountId: accountId(account),
  paidOn: day(month, 20),
  amount: totalOf(account, month),
  channel: 'BBVA',
  reference: `1800${account}${month}2387`,
  invoiceNumbers: [invoiceNumber(account, month)],
})
