import { watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useFolio } from '../../stores/folio.ts'
import { useScans } from '../../stores/scans.ts'
import { mustBeClosed } from '../../ui/modal.ts'
import { useScanner } from './useScanner.ts'

/** What is done with a code that is scanned: it leads to the screen that it is for, with what it says filled in. `isAway`: no screen is shown. */
export function useScanning({ isAway }: { isAway: () => boolean }): void {
  const scans = useScans()
  const folio = useFolio()
  const route = useRoute()
  const router = useRouter()

  const goTo = async (path: string): Promise<void> => {
    if (route.path !== path) await router.replace(path)
  }

  async function lead(text: string): Promise<void> {
    const scanned = await scans.ask(text)
    if (!scanned) return
    if (scanned.kind === 'folio') {
      await goTo('/folio')
      folio.typed = scanned.folio
      await folio.submit()
    } else {
      await goTo('/consulta')
      scans.fillIn(scanned)
    }
  }

  // Whoever goes on meanwhile wants something else: what is said of the last code, or answered to it, is for the screen before.
  watch(() => route.path, scans.clear, { flush: 'sync' })

  useScanner((text) => {
    if (isAway()) return
    if (!route.meta.scan) scans.refuse('notHere')
    else if (mustBeClosed()) scans.refuse('behind')
    else void lead(text)
  })
}
