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

  /** False where somebody has gone elsewhere meanwhile. */
  async function goTo(path: string): Promise<boolean> {
    if (route.path !== path) await router.replace(path)
    return route.path === path
  }

  async function lead(text: string): Promise<void> {
    const scanned = await scans.ask(text)
    if (!scanned) return
    if (scanned.kind !== 'folio') {
      if (await goTo('/consulta')) scans.fillIn(scanned)
    } else if (await goTo('/folio')) {
      folio.typed = scanned.folio
      await folio.submit()
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
