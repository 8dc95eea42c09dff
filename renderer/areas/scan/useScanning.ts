import { watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { pathToLookup } from '../../navigation/routes.ts'
import { useFolio } from '../../stores/folio.ts'
import { useScans } from '../../stores/scans.ts'
import { useSignIn } from '../../stores/signIn.ts'
import { mustBeClosed } from '../../ui/modal.ts'
import { useScanner } from './useScanner.ts'

/** Handles scanned codes: opens the screen that a code is for and fills it in. `isAway`: another page, such as *Fuera de servicio*, covers the screens. */
export function useScanning({ isAway }: { isAway: () => boolean }): void {
  const scans = useScans()
  const folio = useFolio()
  const signIn = useSignIn()
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
    if (scanned.kind !== 'folio') {
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
    if (!route.meta.scan) scans.refuse('notHere')
    else if (mustBeClosed()) scans.refuse('behind')
    else void lead(text)
  })
}
