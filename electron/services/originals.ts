import type { ApiClient } from '../api/client.ts'
import { readFeedState } from '../cache/queries/feed.ts'
import type { ReadableDb } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import { checkOriginal } from '../documents/original.ts'
import { logBug, type Log } from '../log/log.ts'
import { createDownloads } from '../originals/download.ts'
import type { OriginalStore } from '../originals/store.ts'
import { createSweep } from '../originals/sweep.ts'
import { findExpectedIn, type ExpectedOriginal } from '../originals/expected.ts'
import { inTime } from '../waiting.ts'

/** A person stands waiting: after this long our own duplicate is the better answer. */
const PATIENCE = 3000

/** The utility's own PDF files of invoices: fetched when they are wanted, kept, and thrown away with their invoice or account. */
export interface Originals {
  /** The original, verified by the digest of the feed each time that it is read; null when there is none now, or not in time. */
  fetch(invoiceId: string): Promise<Uint8Array | null>
  /** The feed has changed, or the program starts: what belongs to no live invoice any more goes. Never rejects. */
  sweep(): Promise<void>
}

interface OriginalsParts {
  db: ReadableDb
  store: OriginalStore
  /** Null where no utility is configured. */
  api: Pick<ApiClient, 'getInvoiceDocument'> | null
  clock: Clock
  log: Log
}

export function createOriginals({ db, store, api, clock, log }: OriginalsParts): Originals {
  const find = findExpectedIn(db)
  const download = createDownloads({ store, api, log, find })

  async function keptOf({ id, documentDigest }: ExpectedOriginal): Promise<Uint8Array | null> {
    const pdf = await store.read(id)
    if (!pdf || checkOriginal(pdf, documentDigest)) return pdf
    log.warn('stored original does not match its digest: removed')
    await store.remove(id)
    return null
  }

  return {
    async fetch(invoiceId) {
      const invoice = find(invoiceId)
      if (!invoice) return null
      // One that comes too late is kept all the same: the next who asks has it.
      return (await keptOf(invoice)) ?? inTime({ clock, milliseconds: PATIENCE }, () => download(invoice))
    },
    sweep: createSweep(async () => {
      try {
        // While everything is loaded for the first time, what is not here yet is not gone.
        if (readFeedState(db).complete) await store.retain((invoiceId) => find(invoiceId) !== null)
      } catch (error) {
        logBug(log, 'sweeping originals', error)
      }
    }),
  }
}
