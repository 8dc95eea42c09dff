import { watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { pathToLookup, STAFF_PATH } from '../../navigation/routes.ts'
import type { Scanned } from '../../../shared/contract/lookup.ts'
import { useClerk } from '../../stores/clerk.ts'
import { useFolio } from '../../stores/folio.ts'
import { useScans } from '../../stores/scans.ts'
import { useSearch } from '../../stores/search.ts'
import { useSignIn } from '../../stores/signIn.ts'
import { mustBeClosed } from '../../ui/modal.ts'
import { useScanner } from './useScanner.ts'

/** Handles scanned codes: opens the screen that a code is for and fills it in. `isAway`: another page, such as *Fuera de servicio*, covers the screens. */
export function useScanning({ isAway }: { isAway: () => boolean }): void {
  const scans = useScans()
  const folio = useFolio()
  const signIn = useSignIn()
  const clerk = useClerk()
  const search = useSearch()
  const route = useRoute()
  const router = useRouter()

  /** Answers false when the person has opened another screen meanwhile. */
  async function goTo(path: string): Promise<boolean> {
    if (route.path !== path) await router.replace(path)
    return route.path === path
  }

  async function lead(text: string): Promise<void> {
    const scanned = await scans.ask(text)
    if (!scanned) return
    if (clerk.serves) {
      // A clerk has one field for all that names a customer.
      if (await goTo(STAFF_PATH)) search.typed = nameIn(scanned)
    } else if (scanned.kind !== 'folio') {
      if (await goTo(pathToLookup(route.meta, signIn.customer !== null))) scans.fillIn(scanned)
    } else if (await goTo('/folio')) {
      folio.typed = scanned.folio
      await folio.submit()
    }
  }

  // A person who opens another screen wants something else: the notice, and an answer still on its way, belong to the screen before.
  watch(() => route.path, scans.clear, { flush: 'sync' })

  useScanner((text) => {
    if (isAway()) return
    if (!route.meta.scan && !clerk.serves) scans.refuse('notHere')
    else if (mustBeClosed()) scans.refuse('behind')
    else void lead(text)
  })
}

/** What of a code tells most: an account is one customer's. */
function nameIn(scanned: Scanned): string {
  if (scanned.kind === 'folio') return scanned.folio
  return scanned.kind === 'number' ? scanned.number : (scanned.accountNumber ?? scanned.invoiceNumber ?? '')
}
