import { z } from 'zod'
import { call, heardBy } from './define.ts'
import { documentRef } from './documents.ts'
import { identifier } from './values.ts'

export const preview = z.object({
  previewId: identifier,
  /** In points, as they lie when they are read. */
  pages: z.array(z.object({ width: z.number(), height: z.number() })),
})
export type Preview = z.infer<typeof preview>

export const previewPage = z.object({ png: z.base64(), text: z.string() })
export type PreviewPage = z.infer<typeof previewPage>

export const previewCalls = heardBy('served', {
  /** Problems: document-failed, not-allowed. */
  'preview.open': call(z.strictObject({ document: documentRef }), preview),
  /**
   * A page as a PNG picture of so many pixels' width, base64, with its text in reading order for who cannot see it. Gone with the visit, and
   * when others were opened since. Problems: document-failed, not-allowed.
   */
  'preview.page': call(z.strictObject({ previewId: identifier, page: z.int().min(0).max(2_000), width: z.int().min(200).max(2_400) }), previewPage),
})
