import type { AccountHeader, Conventions, InvoiceDetail, InvoiceSummary } from '../../../shared/contract/account.ts'
import type { Zone } from '../../../shared/contract/kiosk.ts'
import { addDays } from '../../../shared/domain/dates.ts'
import { sampleBill, type BillLayout, type SampleBillModel } from '../lookup/sampleBills.ts'
import { sumOf } from '../../../shared/domain/money.ts'

/** What stands on a bill, part by part. */
export interface BillFigures extends Omit<InvoiceDetail, 'account' | 'invoice' | 'tariff' | 'comparisons' | 'yearAgo'> {
  /** Company, layout and the two numbers. */
  bill: SampleBillModel
  conventions: Conventions
  invoice: Pick<InvoiceSummary, 'issuedOn' | 'dueOn' | 'periodStart' | 'periodEnd' | 'total'>
  /** How it stands; null for a sample. */
  standing: InvoiceSummary['standing'] | null
  /** What is left to be paid of it. */
  balance: number
}

/** An invoice of the customer's own, drawn as the bills of its zone are. */
export function ownFigures({ account, invoice, ...detail }: InvoiceDetail, zone: Zone | null): BillFigures {
  const bill = sampleBill(zone)
  const numbers = {
    account: { ...bill.account, printed: account.number, checkDigit: checkDigitOf(account) },
    invoice: { ...bill.invoice, printed: invoice.number },
  }
  return { ...detail, bill: { ...bill, ...numbers }, conventions: account.conventions, invoice, standing: invoice.standing, balance: invoice.balance }
}

const checkDigitOf = ({ checkDigit }: AccountHeader): string => (checkDigit === null ? '' : `-${checkDigit}`)

interface SampleTariff {
  consumption: number
  previous: number
  /** What a measured unit is billed as; null where it is billed as measured. */
  factor: number | null
  /** In minor units; `share` is a part of the usage charge instead. */
  usage: { description: string; price: number; rate: number }
  others: { description: string; amount?: number; share?: number; rate: number }[]
}

const tariffs: Record<BillLayout, SampleTariff> = {
  'gas-mx': {
    consumption: 40,
    previous: 5_547,
    factor: null,
    usage: { description: 'Consumo de gas natural', price: 1_125, rate: 0.16 },
    others: [{ description: 'Cargo por servicio', amount: 6_250, rate: 0.16 }],
  },
  'gas-uy': {
    consumption: 34,
    previous: 1_204,
    factor: 1.0152,
    usage: { description: 'Consumo de gas natural', price: 3_840, rate: 0.22 },
    others: [{ description: 'Cargo fijo mensual', amount: 41_250, rate: 0.22 }],
  },
  'water-mx': {
    consumption: 16,
    previous: 842,
    factor: null,
    usage: { description: 'Servicio de agua potable', price: 1_725, rate: 0 },
    others: [
      { description: 'Alcantarillado', share: 0.1, rate: 0.16 },
      { description: 'Cuota fija', amount: 6_840, rate: 0 },
    ],
  },
  'water-uy': {
    consumption: 15,
    previous: 1_130,
    factor: null,
    usage: { description: 'Consumo de agua', price: 3_200, rate: 0.22 },
    others: [{ description: 'Cargo fijo', amount: 31_000, rate: 0.22 }],
  },
}

const METER = 'M-778812'
const UNIT = 'm³'

/** A bill of nobody's, of the kind that a zone's customers get, as if it had come a week before `today`. Its lines and taxes add up. */
export function sampleFigures(zone: Zone | null, today: string): BillFigures {
  const bill = sampleBill(zone)
  const tariff = tariffs[bill.layout]
  const periodEnd = addDays(today, -9)
  const { lines, taxes, total } = charge(tariff)
  return {
    bill,
    conventions: { currency: zone?.currency ?? 'MXN', locale: zone?.locale ?? 'es-MX', timeZone: zone?.timeZone ?? 'UTC', unit: UNIT },
    invoice: { issuedOn: addDays(today, -7), dueOn: addDays(today, 11), periodStart: addDays(periodEnd, -29), periodEnd, total },
    standing: null,
    balance: 0,
    consumption: tariff.consumption,
    conversionFactor: tariff.factor,
    billedUnit: tariff.factor === null ? null : UNIT,
    previousReading: { takenOn: addDays(periodEnd, -30), value: tariff.previous, kind: 'actual' },
    currentReading: { takenOn: periodEnd, value: tariff.previous + tariff.consumption, kind: 'actual' },
    meterNumber: METER,
    lines,
    taxes,
  }
}

function charge({ consumption, factor, usage, others }: SampleTariff): Pick<BillFigures, 'lines' | 'taxes'> & { total: number } {
  const quantity = Number((consumption * (factor ?? 1)).toFixed(3))
  const used = Math.round(quantity * usage.price)
  const charged = [
    { description: usage.description, quantity, unit: UNIT, unitPrice: usage.price / 100, amount: used, rate: usage.rate },
    ...others.map(({ description, amount, share = 0, rate }) => {
      return { description, quantity: null, unit: null, unitPrice: null, amount: amount ?? Math.round(used * share), rate }
    }),
  ]
  const byRate = [...Map.groupBy(charged, ({ rate }) => rate)].sort(([one], [other]) => one - other)
  const taxes = byRate.map(([rate, taxed]) => ({ name: 'IVA', rate, amount: Math.round(sumOf(taxed) * rate) }))
  return { lines: charged.map(({ rate: _rate, ...line }) => line), taxes, total: sumOf(charged) + sumOf(taxes) }
}
