import { computed } from 'vue'
import type { InvoiceSummary } from '../../../shared/contract/account.ts'
import { useAccount } from '../../stores/account.ts'
import { useSession } from '../../stores/session.ts'

/** Which of the latest invoices says something of its own: one that is void or has changed does not. */
export function latestTelling(latest: readonly InvoiceSummary[]): InvoiceSummary | null {
  const tells = ({ standing }: InvoiceSummary): boolean => !['cancelled', 'creditNote', 'outdated'].includes(standing.kind)
  return latest.find(tells) ?? latest[0] ?? null
}

/** The invoice of the open account that is explained: the one asked for, else its latest. Nothing while no account is open, or it has none. */
export function useOwnBill(asked: () => string | null) {
  const session = useSession()
  const account = useAccount()
  const id = computed(() => asked() ?? latestTelling(account.home?.latest ?? [])?.id ?? null)
  const detail = computed(() => (session.isOpen && account.detail?.invoice.id === id.value ? account.detail : null))
  /** The account is known to have no invoice. */
  const hasNone = computed(() => session.isOpen && account.home !== null && id.value === null)
  const problem = computed(() => (id.value === null ? account.homeProblem : account.detailProblem))

  async function load(): Promise<void> {
    if (!session.isOpen) return
    if (asked() === null) await account.loadHome()
    if (id.value !== null) await account.loadDetail(id.value)
  }
  return { detail, hasNone, problem, load, isOpen: computed(() => session.isOpen) }
}
