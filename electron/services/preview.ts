import { randomUUID } from 'node:crypto'
import type { DocumentRef } from '../../shared/contract/documents.ts'
import type { Preview, PreviewPage } from '../../shared/contract/preview.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { PageDrawing } from '../documents/preview/pages.ts'
import type { Viewed } from '../documents/preview/jobs.ts'
import { logBug, type Log } from '../log/log.ts'
import type { Counter } from '../session/counter.ts'
import type { Documents } from './documents.ts'

/** The one that is looked at and those before it, so that going back is quick. */
const MOST_PREVIEWS = 3
/** Far beyond any invoice or statement. */
const MOST_BYTES = 64 * 1024 * 1024

interface PreviewParts {
  documents: Pick<Documents, 'claim' | 'draw'>
  counter: Pick<Counter, 'current' | 'mayRead'>
  pages: PageDrawing
  log: Log
}

interface OpenPreview extends Viewed {
  sessionId: string
  /** Null for what belongs to no account. */
  accountId: string | null
}

/** Documents to look at before they are printed, or instead. They take no number of a copy, and are gone with the visit. */
export function createPreviewService({ documents, counter, pages, log }: PreviewParts) {
  /** The one used last stands last. */
  const open = new Map<string, OpenPreview>()

  /** Of this session, and still readable in it. */
  function find(previewId: string): OpenPreview | null {
    const found = open.get(previewId)
    if (!found || found.sessionId !== counter.current().id) return null
    return found.accountId === null || counter.mayRead(found.accountId) ? found : null
  }

  function keep(preview: OpenPreview): void {
    open.delete(preview.id)
    open.set(preview.id, preview)
    const [oldest] = open.keys()
    if (open.size > MOST_PREVIEWS && oldest !== undefined) open.delete(oldest)
  }

  /** What goes wrong with a document is that document's failure, logged since it may be a bug; when the visit ends, its work is cut off. */
  async function during<T>(sessionId: string, what: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
    const isOver = (): boolean => sessionId !== counter.current().id
    try {
      const result = await work()
      return isOver() ? failure({ code: 'not-allowed' }) : result
    } catch (error) {
      if (isOver()) return failure({ code: 'not-allowed' })
      logBug(log, what, error)
      return failure({ code: 'document-failed' })
    }
  }

  return {
    /** Problems: those of claiming and drawing it; not-allowed when the visit ended meanwhile. */
    async open({ document }: { document: DocumentRef }): Promise<Result<Preview>> {
      const sessionId = counter.current().id
      const claimed = documents.claim(document)
      if (!claimed.ok) return claimed
      const { accountId } = claimed.value
      return during(sessionId, 'previewing a document', async () => {
        const drawn = await documents.draw(document, { copyNumber: null, accountId })
        if (!drawn.ok) return drawn
        if (drawn.value.bytes.length > MOST_BYTES) return failure({ code: 'document-failed' })
        const preview = { id: randomUUID(), pdf: shared(drawn.value.bytes), sessionId, accountId }
        if (sessionId !== counter.current().id) return failure({ code: 'not-allowed' })
        const sizes = await pages.sizes(preview)
        if (sessionId === counter.current().id) keep(preview)
        return success({ previewId: preview.id, pages: sizes })
      })
    },
    /** Problems: not-allowed, document-failed. */
    async page({ previewId, page, width }: { previewId: string; page: number; width: number }): Promise<Result<PreviewPage>> {
      const preview = find(previewId)
      if (!preview) return failure({ code: 'not-allowed' })
      keep(preview)
      return during(preview.sessionId, 'drawing a page', async () => {
        const { png, text } = await pages.draw(preview, page, width)
        return success({ png: Buffer.from(png.buffer, png.byteOffset, png.byteLength).toString('base64'), text })
      })
    },
    /** When a visit ends: nothing that it looked at is left, in the thread neither. */
    async endSession(): Promise<void> {
      open.clear()
      await pages.rest()
    },
    stop: (): Promise<void> => pages.rest(),
  }
}

/** In memory that the thread reads without a copy. */
function shared(bytes: Uint8Array): Uint8Array<SharedArrayBuffer> {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length))
  copy.set(bytes)
  return copy
}
