import { useI18n } from 'vue-i18n'
import type { Conventions, InvoiceDetail } from '../../../shared/contract/account.ts'
import { isProduct, kindOfLine } from '../../../shared/domain/billLines.ts'
import type { MeteredBill } from '../../../shared/domain/billMeasure.ts'
import { sumsOf, taxBase } from '../../../shared/domain/billSum.ts'
import { taxPercent } from '../../../shared/domain/billing.ts'
import { minorDigits } from '../../../shared/domain/money.ts'
import { formatPercent } from '../../../shared/domain/numbers.ts'
import { useFormat } from '../../i18n/format.ts'

type Line = InvoiceDetail['lines'][number]
type Tax = InvoiceDetail['taxes'][number]

/** What the lines and taxes of an invoice are for, and how they were computed where that makes their amounts (`shared/domain/billLines.ts`). */
export function useLineWords(conventions: () => Conventions) {
  const { t } = useI18n()
  const format = useFormat(conventions)

  /** `87 m³ × $12.00954 =`, before the amount. */
  const calculation = (line: Line): string =>
    isProduct(line, minorDigits(conventions().currency)) ? `${format.quantity(line.quantity, line.unit)} ×\u00a0${format.price(line.unitPrice)}\u00a0=` : ''

  function purpose(line: Line, bill: MeteredBill): string | null {
    const kind = kindOfLine(line, bill, conventions().unit)
    return kind && t(`invoices.detail.line.${kind}`)
  }

  function tax({ rate, amount }: Tax, bill: Pick<InvoiceDetail, 'lines' | 'taxes'>): string {
    const percent = taxPercent(rate)
    const base = taxBase({ percent, amount }, sumsOf(bill))
    return base === null
      ? t('invoices.detail.tax')
      : t('invoices.detail.taxed', { rate: formatPercent(percent, conventions().locale), base: format.money(base) })
  }

  return { calculation, purpose, tax }
}
