import type { MaybeRefOrGetter } from 'vue'
import { useI18n } from 'vue-i18n'
import type { AccountHome, Conventions, InvoiceStanding, InvoiceSummary } from '../../shared/contract/account.ts'
import type { DateStyle } from '../../shared/domain/dates.ts'
import { isToPay } from '../../shared/domain/invoiceStanding.ts'
import { useFormat } from './format.ts'

/** The words for how an invoice stands: the same on every screen. */
export function useStandingWords(conventions: MaybeRefOrGetter<Conventions>) {
  const { t } = useI18n()
  const format = useFormat(conventions)

  /** *Vence el …*, *Vence hoy*, *Venció el …*, *Pagada el …*; null where no date goes with it. */
  const when = (standing: InvoiceStanding, style: DateStyle = 'long'): string | null => {
    if (!('on' in standing) || standing.on === null) return null
    return t(`invoices.standing.when.${standing.kind}`, { date: format.date(standing.on, style) })
  }
  /** By when the account has to pay: which invoice that is, where it is one of several. */
  const nextDue = ({ nextDue: first, pendingInvoices }: AccountHome): string | null => {
    if (!first) return null
    return pendingInvoices > 1 ? t(`invoices.standing.first.${first.kind}`, { date: format.date(first.on, 'short') }) : when(first, 'short')
  }
  /** Of one that was paid in part: what is left. */
  const left = ({ standing, balance, total }: Pick<InvoiceSummary, 'standing' | 'balance' | 'total'>): string | null =>
    isToPay(standing) && balance !== total ? t('invoices.standing.left', { amount: format.money(balance) }) : null

  /** What there is to know of one that the utility has changed: what to do, since no date and no amount can be told. */
  const note = ({ kind }: InvoiceStanding): string | null => (kind === 'outdated' ? t('invoices.standing.outdated') : null)

  return { when, nextDue, left, note }
}
