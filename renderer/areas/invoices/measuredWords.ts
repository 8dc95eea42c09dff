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

  /** The subtraction, then what is made of it. */
  function tell({ difference, end, factor, isRounded }: ReadingsMake, readings: { previous: string; current: string }, consumed: string): string {
    const counted = format.number(difference)
    const figures = { ...readings, consumed: counted }
    const subtracted = end === null ? t('guide.bill.consumption.difference', figures) : t('invoices.detail.rollover', { ...figures, end: format.number(end) })
    if (factor !== null) return `${subtracted} ${converted(counted, consumed, { factor, isRounded })}`
    return isRounded ? `${subtracted} ${t('invoices.detail.rounded', { consumed })}` : subtracted
  }

  /** What the two readings make; null where one is missing. */
  function readings(bill: MeteredBill): string | null {
    const { previousReading: from, currentReading: to, consumption } = bill
    const made = readingsMake(bill)
    if (!from || !to || !made) return null
    if (made === 'unlike') return t('invoices.detail.unlike')
    return tell(made, { previous: format.number(from.value), current: format.number(to.value) }, format.number(consumption))
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
