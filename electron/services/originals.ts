import type { ApiClient } from '../api/client.ts'
import type { Clock } from '../clock.ts'

/** A person stands waiting: after this long our own duplicate is the better answer. */
const PATIENCE = 3000

/** Fetches the original PDF of an invoice from the utility; null when it has none to give now, or takes too long. */
export function createOriginals({ api, clock }: { api: ApiClient | null; clock: Clock }) {
  return async function fetchOriginal(invoiceId: string): Promise<Uint8Array | null> {
    if (!api) return null
    let cancel = (): void => undefined
    const tooLong = new Promise<null>((resolve) => {
      cancel = clock.after(PATIENCE, () => resolve(null))
    })
    const outcome = await Promise.race([api.getInvoiceDocument(invoiceId), tooLong])
    cancel()
    return outcome?.ok ? outcome.value : null
  }
}
