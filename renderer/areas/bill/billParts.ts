import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { daysBetween } from '../../../shared/domain/dates.ts'
import { isToPay, totalBeside } from '../../../shared/domain/invoiceStanding.ts'
import { useFormat } from '../../i18n/format.ts'
import { useStandingWords } from '../../i18n/standingWords.ts'
import { useMeasuredWords } from '../invoices/measuredWords.ts'
import { useSumWords } from '../invoices/sumWords.ts'
import { printedWords } from '../lookup/printedWords.ts'
import type { BillFigures } from './billFigures.ts'
import { sumOf } from '../../../shared/domain/money.ts'

/** One numbered part of a bill, explained. */
export interface BillPart {
  name: string
  /** What stands there on this bill; null where nothing does. */
  figure: string | null
  /** What it means. */
  sentences: string[]
  /** What it is made of. */
  rows: { name: string; amount: string }[]
}

/** With what parts are written: the words of the screen, the figures of the zone. */
interface Writer {
  t: ReturnType<typeof useI18n>['t']
  format: ReturnType<typeof useFormat>
  standing: ReturnType<typeof useStandingWords>
  measured: ReturnType<typeof useMeasuredWords>
  summed: ReturnType<typeof useSumWords>
}

/** So many lines and taxes are named; the invoice in full has all of them. */
const MOST_ROWS = 4

/** The eight parts of a bill in the order of their marks. */
export function useBillParts(figures: () => BillFigures, names: () => { account: string; invoice: string }): ComputedRef<BillPart[]> {
  const { t } = useI18n()
  const conventions = () => figures().conventions
  const writer: Writer = {
    t,
    format: useFormat(conventions),
    standing: useStandingWords(conventions),
    measured: useMeasuredWords(conventions),
    summed: useSumWords(conventions),
  }
  return computed(() => [
    part(names().account, numberOf(figures().bill.account), [t('guide.bill.account')]),
    part(names().invoice, numberOf(figures().bill.invoice), [t('guide.bill.invoice')]),
    ...explained.map(([mark, explain]) => withPrinted(mark, explain(figures(), writer), writer)),
  ])
}

type Mark = 'dates' | 'readings' | 'consumed' | 'charges' | 'taxes' | 'total'

/** Where the mark names it otherwise than the bill does, the words to be found on paper are told too. */
function withPrinted(mark: Mark, explained: BillPart, { t }: Writer): BillPart {
  const words = printedWords[mark]
  if (t(`guide.bill.marks.${mark}`) === words) return explained
  return { ...explained, sentences: [t('guide.bill.printed', { words }), ...explained.sentences] }
}

const part = (name: string, figure: string | null, sentences: (string | null | false)[], rows: BillPart['rows'] = []): BillPart => ({
  name,
  figure,
  sentences: sentences.filter((sentence) => typeof sentence === 'string'),
  rows,
})

const numberOf = ({ printed, checkDigit }: BillFigures['bill']['account']): string | null => printed && printed + checkDigit

function dates({ invoice, standing }: BillFigures, { t, format }: Writer): BillPart {
  const { issuedOn, dueOn, periodStart, periodEnd } = invoice
  const days = daysBetween(periodStart, periodEnd) + 1
  return part(t('guide.bill.dates.name'), format.dates(periodStart, periodEnd), [
    days > 0 && t('guide.bill.dates.days', { count: format.number(days) }, days),
    t('guide.bill.dates.issued', { issued: format.date(issuedOn, 'short') }),
    // What is paid, void, or in the customer's favour is not to be paid by any day.
    (standing === null || isToPay(standing)) && t('guide.bill.dates.due', { due: format.date(dueOn, 'short') }),
  ])
}

function readings({ previousReading, currentReading, meterNumber }: BillFigures, { t, format }: Writer): BillPart {
  const name = meterNumber === '' ? t('guide.bill.readings.name') : t('guide.bill.readings.named', { number: meterNumber })
  if (!previousReading || !currentReading) return part(name, t('invoices.detail.missing'), [t('guide.bill.readings.missing')])
  const kinds = [previousReading.kind, currentReading.kind]
  return part(name, `${format.number(previousReading.value)} → ${format.number(currentReading.value)}`, [
    t('guide.bill.readings.text'),
    kinds.includes('estimated') && t('guide.bill.readings.estimated'),
    kinds.includes('customer') && t('guide.bill.readings.customer'),
  ])
}

function consumption(figures: BillFigures, writer: Writer): BillPart {
  const { consumption: consumed, conventions } = figures
  const { service } = figures.bill
  const { t, format, measured } = writer
  const isInLitres = service === 'water' && isCubicMetres(conventions.unit)
  return part(t('invoices.detail.consumption'), format.quantity(consumed, conventions.unit), [
    t(`guide.bill.consumption.${service}`),
    ...measured(figures),
    isInLitres && t('guide.bill.consumption.litres', { litres: format.number(consumed * 1_000, 0) }),
  ])
}

const isCubicMetres = (unit: string): boolean => unit === 'm³' || unit === 'm3'

function charges({ bill, lines }: BillFigures, { t, format }: Writer): BillPart {
  const name = t('guide.bill.charges.name')
  if (lines.length === 0) return part(name, null, [t('guide.bill.charges.none')])
  const isCut = lines.length > MOST_ROWS
  return part(
    name,
    format.money(sumOf(lines)),
    [t(`guide.bill.charges.${bill.service}`), isCut && t('guide.bill.charges.first', { shown: MOST_ROWS, count: format.number(lines.length) })],
    lines.slice(0, MOST_ROWS).map(({ description, amount }) => ({ name: description, amount: format.money(amount) })),
  )
}

function taxes({ taxes: all }: BillFigures, { t, format }: Writer): BillPart {
  if (all.length === 0) return part(t('guide.bill.taxes.name'), null, [t('guide.bill.taxes.none')])
  const rows = all.slice(0, MOST_ROWS).map((tax) => ({ name: format.tax(tax), amount: format.money(tax.amount) }))
  return part(t('guide.bill.taxes.name'), format.money(sumOf(all)), [t('guide.bill.taxes.text')], rows)
}

function total({ lines, taxes: all, invoice, balance, standing: stands }: BillFigures, { t, format, standing, summed }: Writer): BillPart {
  const bill = { lines, taxes: all, total: invoice.total }
  const figure = stands ? totalBeside({ standing: stands, total: invoice.total }) : invoice.total
  return part(t('invoices.detail.total'), format.money(figure), [
    summed.sum(bill) ?? summed.disagreement(bill),
    stands ? (standing.when(stands) ?? standing.note(stands) ?? `${t(`invoices.standing.tag.${stands.kind}`)}.`) : t('guide.bill.total.text'),
    stands && standing.left({ standing: stands, total: invoice.total, balance }),
  ])
}

/** Those after the two numbers, in the order of their marks. */
const explained: [Mark, (figures: BillFigures, writer: Writer) => BillPart][] = [
  ['dates', dates],
  ['readings', readings],
  ['consumed', consumption],
  ['charges', charges],
  ['taxes', taxes],
  ['total', total],
]
