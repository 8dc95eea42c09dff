import { computed, type ComputedRef } from 'vue'
import type { Conventions, InvoiceList } from '../../../shared/contract/account.ts'
import { billedMonth } from '../../../shared/domain/billing.ts'
import { useFormat } from '../../i18n/format.ts'
import type { Option } from '../../ui/option.ts'

const NO_CONVENTIONS: Conventions = { currency: 'MXN', locale: 'es-MX', timeZone: 'UTC', unit: '' }

/** The account's invoices to choose from, newest first: the number as printed, and the month and amount beneath it. */
export function useInvoiceOptions(list: () => InvoiceList | null): ComputedRef<Option[]> {
  const format = useFormat(() => list()?.account.conventions ?? NO_CONVENTIONS)
  return computed(() =>
    (list()?.invoices ?? []).map((invoice) => ({
      id: invoice.id,
      name: invoice.number,
      detail: `${format.month(billedMonth(invoice), 'long', true)} · ${format.money(invoice.total)}`,
    })),
  )
}
