import { useI18n } from 'vue-i18n'
import type { Conventions } from '../../../shared/contract/account.ts'
import { conversionOf, readingsMake, usableFactor, type MeteredBill, type ReadingsMake } from '../../../shared/domain/billMeasure.ts'
import { useFormat } from '../../i18n/format.ts'

/** From the readings of an invoice to what was billed, each sentence only where its figures hold (`shared/domain/billMeasure.ts`). */
export function useMeasuredWords(conventions: () => Conventions) {
  const { t } = useI18n()
  const format = useFormat(conventions)

  const converted = (measured: string, billed: string, { factor, isRounded }: { factor: number; isRounded: boolean }): string =>
    t(isRounded ? 'invoices.detail.convertedRounded' : 'invoices.detail.converted', { measured, factor: format.number(factor), billed })

  function tell(made: ReadingsMake, figures: { previous: string; current: string; consumed: string }): string {
    if (made.kind === 'unlike') return t('invoices.detail.unlike')
    if (made.kind === 'rollover') return t('invoices.detail.rollover', { ...figures, end: format.number(made.end) })
    if (made.kind === 'difference') return t('guide.bill.consumption.difference', figures)
    const difference = format.number(made.difference)
    return `${t('guide.bill.consumption.difference', { ...figures, consumed: difference })} ${converted(difference, figures.consumed, made)}`
  }

  /** What the two readings make; null where one is missing. */
  function readings(bill: MeteredBill): string | null {
    const { previousReading: from, currentReading: to, consumption } = bill
    const made = readingsMake(bill)
    if (!from || !to || !made) return null
    return tell(made, { previous: format.number(from.value), current: format.number(to.value), consumed: format.number(consumption) })
  }

  /** What was measured in the unit that is billed: computed, or at least what one unit makes. */
  function conversion(bill: MeteredBill): string | null {
    const { billedUnit, consumption } = bill
    const { unit } = conventions()
    const factor = usableFactor(bill.conversionFactor)
    if (factor === null || billedUnit === null) return null
    const made = conversionOf(bill)
    if (!made) return t('invoices.detail.conversion', { unit, factor: format.number(factor), billed: billedUnit })
    return converted(format.quantity(consumption, unit), format.quantity(made.billed, billedUnit), made)
  }

  /** All that can be said. */
  return (bill: MeteredBill): string[] => [readings(bill), conversion(bill)].filter((sentence) => sentence !== null)
}
