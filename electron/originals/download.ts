import type { ApiClient } from '../api/client.ts'
import { checkOriginal } from '../documents/original.ts'
import { logBug, type Log } from '../log/log.ts'
import type { OriginalStore } from './store.ts'
import type { FindExpected, ExpectedOriginal } from './expected.ts'

interface DownloadParts {
  store: OriginalStore
  /** Null where no utility is configured. */
  api: Pick<ApiClient, 'getInvoiceDocument'> | null
  log: Log
  find: FindExpected
}

/** Fetches originals from the utility and keeps them; null for what it has not, or what is not what the feed says. */
export function createDownloads({ store, api, log, find }: DownloadParts): (invoice: ExpectedOriginal) => Promise<Uint8Array | null> {
  const underWay = new Map<string, Promise<Uint8Array | null>>()

  async function download({ id, documentDigest }: ExpectedOriginal): Promise<Uint8Array | null> {
    const outcome = await api?.getInvoiceDocument(id)
    if (!outcome?.ok) return null
    if (!checkOriginal(outcome.value, documentDigest)) {
      log.warn('original does not match its digest: not used')
      return null
    }
    await store.keep(id, outcome.value)
    // It may have been withdrawn while it was on its way.
    if (find(id)?.documentDigest !== documentDigest) await store.remove(id)
    return outcome.value
  }

  async function logged(invoice: ExpectedOriginal): Promise<Uint8Array | null> {
    try {
      return await download(invoice)
    } catch (error) {
      logBug(log, 'fetching an original', error)
      return null
    } finally {
      underWay.delete(invoice.id)
    }
  }

  /** Two who ask at once wait for one. */
  return (invoice) => {
    const answer = underWay.get(invoice.id) ?? logged(invoice)
    underWay.set(invoice.id, answer)
    return answer
  }
}
