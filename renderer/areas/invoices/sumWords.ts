import { useI18n } from 'vue-i18n'
import type { Conventions, InvoiceDetail } from '../../../shared/contract/account.ts'
import { addsUp, sumsOf, termKinds, type TermKind } from '../../../shared/domain/billSum.ts'
import { useFormat } from '../../i18n/format.ts'
import { listIn } from '../../i18n/lists.ts'

type Summed = Pick<InvoiceDetail, 'lines' | 'taxes'> & { total: number }

/** What the total of an invoice is made of, each term by its name; or that its lines do not come to it (`shared/domain/billSum.ts`). */
export function useSumWords(conventions: () => Conventions) {
  const { t, locale } = useI18n()
  const format = useFormat(conventions)
  const list = (terms: readonly string[]): string => listIn(locale.value, terms)
  const named = (kind: TermKind, amount: number, isLess: boolean): string =>
    t(`invoices.detail.terms.${kind === 'previous' && isLess ? 'previousCredit' : kind}`, { amount: format.money(amount) })

  /** null where there is nothing to be added. */
  function sum(bill: Summed): string | null {
    const sums = sumsOf(bill)
    const terms = termKinds.map((kind) => [kind, sums[kind]] as const)
    const more = terms.filter(([, amount]) => amount > 0)
    const less = terms.filter(([, amount]) => amount < 0)
    const total = format.money(bill.total)
    if (!addsUp(bill) || more.length + less.length < 2) return null
    const added = list(more.map(([kind, amount]) => named(kind, amount, false)))
    const takenOff = list(less.map(([kind, amount]) => named(kind, -amount, true)))
    if (less.length === 0) return t('invoices.detail.sum', { terms: added, total })
    if (more.length === 0) return t('invoices.detail.sumCredit', { terms: takenOff, total: format.money(-bill.total) })
    return t('invoices.detail.sumLess', { terms: added, less: takenOff, total })
  }

  /** That they do not come to the total: only staff can tell why. */
  const disagreement = (bill: Summed): string | null => (bill.lines.length === 0 || addsUp(bill) ? null : t('invoices.detail.disagrees'))

  return { sum, disagreement }
}
