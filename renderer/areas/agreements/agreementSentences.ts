import type { MaybeRefOrGetter } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Conventions } from '../../../shared/contract/account.ts'
import type { Agreement, AgreementProgress } from '../../../shared/contract/agreements.ts'
import { useFormat } from '../../i18n/format.ts'

/** How an agreement stands, in sentences: no more than its data carry. */
export function useAgreementSentences(conventions: MaybeRefOrGetter<Conventions>): (agreement: Agreement) => string[] {
  const { t } = useI18n()
  const format = useFormat(conventions)

  function left({ left: rest, next }: AgreementProgress): string {
    const amounts = { left: format.money(rest) }
    if (rest === 0) return t('agreements.allPaid')
    if (!next) return t('agreements.left', amounts)
    const kind = next.standing.kind === 'dueToday' ? 'dueToday' : 'due'
    return t(`agreements.next.${kind}`, { ...amounts, amount: format.money(next.amount), date: format.date(next.standing.on) })
  }
  const overdue = ({ overdue: { count, amount } }: AgreementProgress): string[] =>
    count > 0 ? [t('agreements.overdue', { count, amount: format.money(amount) }, count)] : []

  return ({ status, progress, doubt, installmentCount }) => {
    if (progress) {
      const paid = progress.left > 0 ? [t('agreements.paid', { paid: format.number(progress.paid), count: format.number(installmentCount) })] : []
      return [...overdue(progress), left(progress), ...paid]
    }
    return [...(status === 'active' || doubt === 'outdated' ? [] : [t(`agreements.${status}`)]), ...(doubt ? [t(`agreements.doubt.${doubt}`)] : [])]
  }
}
