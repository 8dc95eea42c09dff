import { randomUUID } from 'node:crypto'
import type { DocumentRef } from '../../shared/contract/documents.ts'
import type { HandlersOf } from '../../shared/contract/index.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { Rendition } from '../documents/documentType.ts'
import type { PageDrawing } from '../documents/preview/pageDrawing.ts'
import { createShelf, shared, type OpenPreview } from '../documents/preview/shelf.ts'
import { logBug, type Log } from '../log/log.ts'
import type { Counter } from '../session/counter.ts'
import { masking, type Person } from '../session/person.ts'
import type { Documents } from './documents.ts'

/** Far beyond any invoice or statement. */
const MOST_BYTES = 64 * 1024 * 1024

interface PreviewParts {
  documents: Pick<Documents, 'authorize' | 'draw'>
  counter: Pick<Counter, 'current' | 'mayRead'>
  pages: PageDrawing
  log: Log
}

/** On the screen, names are as masked as elsewhere on it. */
const previewFor = (person: Person, accountId: string | null): Rendition & { accountId: string | null } => {
  const masked = accountId === null || masking(person, accountId) === 'masked'
  return { purpose: 'preview', masked, copyNumber: null, accountId }
}

/** Documents to look at before they are printed, or instead. They take no number of a copy, and are gone with the visit. */
export function createPreviewService({ documents, counter, pages, log }: PreviewParts) {
  const shelf = createShelf()
  const during = createVisits({ counter, log })

  async function drawn(ref: DocumentRef, owner: Pick<OpenPreview, 'sessionId' | 'accountId' | 'accountIds'>): Promise<Result<OpenPreview>> {
    const document = await documents.draw(ref, previewFor(counter.current().person, owner.accountId))
    if (!document.ok) return document
    const { bytes } = document.value
    return bytes.length > MOST_BYTES ? failure({ code: 'document-failed' }) : success({ id: randomUUID(), pdf: shared(bytes), ...owner })
  }

  const handlers = {
    /** Problems: those of authorizing and drawing the document; not-allowed when the visit ended meanwhile. */
    'preview.open': async ({ document }) => {
      const authorized = documents.authorize(document)
      if (!authorized.ok) return authorized
      const { accountId, accountIds = accountId === null ? [] : [accountId] } = authorized.value
      const owner = { sessionId: counter.current().id, accountId, accountIds }
      const preview = await during(owner.sessionId, () => drawn(document, owner))
      if (!preview.ok) return preview
      const sizes = await during(owner.sessionId, async () => success(await pages.sizes(preview.value)))
      if (!sizes.ok) return sizes
      shelf.keep(preview.value)
      return success({ previewId: preview.value.id, pages: sizes.value })
    },
    /** Problems: not-allowed, document-failed. */
    'preview.page': async ({ previewId, page, width }) => {
      const preview = shelf.find(previewId)
      if (preview?.sessionId !== counter.current().id || !preview.accountIds.every((id) => counter.mayRead(id))) return failure({ code: 'not-allowed' })
      shelf.keep(preview)
      return during(preview.sessionId, async () => {
        const { png, text } = await pages.draw(preview, page, width)
        return success({ png: Buffer.from(png.buffer, png.byteOffset, png.byteLength).toString('base64'), text })
      })
    },
  } satisfies HandlersOf<'preview'>
  return {
    handlers,
    /** When a visit ends: nothing that it looked at is left, in the thread neither. */
    endSession(): Promise<void> {
      shelf.clear()
      return pages.rest()
    },
  }
}

/**
 * What goes wrong with a document is that document's failure, logged since it may be a bug; when the visit ends meanwhile, its work is cut off
 * and its answer goes to nobody.
 */
function createVisits({ counter, log }: Pick<PreviewParts, 'counter' | 'log'>) {
  return async <T>(sessionId: string, work: () => Promise<Result<T>>): Promise<Result<T>> => {
    const isOver = (): boolean => sessionId !== counter.current().id
    try {
      const result = await work()
      return isOver() ? failure({ code: 'not-allowed' }) : result
    } catch (error) {
      if (isOver()) return failure({ code: 'not-allowed' })
      logBug(log, 'previewing a document', error)
      return failure({ code: 'document-failed' })
    }
  }
}
