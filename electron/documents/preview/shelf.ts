import type { Viewed } from './previewJobs.ts'

/** The one that is looked at and those before it, so that going back is quick. */
const MOST_PREVIEWS = 3

export interface OpenPreview extends Viewed {
  sessionId: string
  /** Null for what belongs to no account. */
  accountId: string | null
  /** Of several accounts: all of them. */
  accountIds: readonly string[]
}

/** The documents that were opened last, in memory only. */
export function createShelf() {
  /** The one used last stands last. */
  const previews = new Map<string, OpenPreview>()
  return {
    find: (id: string): OpenPreview | undefined => previews.get(id),
    keep(preview: OpenPreview): void {
      previews.delete(preview.id)
      previews.set(preview.id, preview)
      const [oldest] = previews.keys()
      if (previews.size > MOST_PREVIEWS && oldest !== undefined) previews.delete(oldest)
    },
    clear: (): void => previews.clear(),
  }
}

/** In memory that the thread reads without a copy. */
export function shared(bytes: Uint8Array): Uint8Array<SharedArrayBuffer> {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length))
  copy.set(bytes)
  return copy
}
