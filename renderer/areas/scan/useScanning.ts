import { useRoute, useRouter } from 'vue-router'
import { useFolio } from '../../stores/folio.ts'
import { useScans } from '../../stores/scans.ts'
import { useSession } from '../../stores/session.ts'
import { topDialog } from '../../ui/modal.ts'
import { useScanner } from './useScanner.ts'

/** What is done with a code that is scanned: it leads to the screen that it is for, with what it says filled in. */
export function useScanning(): void {
  const scans = useScans()
  const session = useSession()
  const folio = useFolio()
  const route = useRoute()
  const router = useRouter()

  const goTo = async (path: string): Promise<void> => {
    if (route.path !== path) await router.replace(path)
  }

  async function lead(text: string): Promise<void> {
    const { path } = route
    const { visitor } = session
    const scanned = await scans.ask(text)
    // Whoever has gone on meanwhile wants something else.
    if (!scanned || visitor !== session.visitor || path !== route.path) return
    if (scanned.kind === 'folio') {
      await goTo('/folio')
      folio.typed = scanned.folio
      await folio.submit()
    } else {
      await goTo('/consulta')
      scans.fillIn(scanned)
    }
  }

  useScanner((text) => {
    // Our own notice makes room for the next code; any other dialog is answered first.
    const isBehind = topDialog() !== undefined && scans.notice === null
    if (route.meta.scan && !isBehind) void lead(text)
    else scans.refuse()
  })
}
