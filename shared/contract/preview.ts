import { z } from 'zod'
import { call } from './define.ts'
import { documentRef } from './documents.ts'
import { identifier } from './values.ts'

export const preview = z.object({
  previewId: identifier,
  /** In points, with the text in reading order for who cannot see the picture. */
  pages: z.array(z.object({ width: z.number(), height: z.number(), text: z.string() })),
})
export type Preview = z.infer<typeof preview>

export const previewCalls = {
  /** Problems: document-failed, not-allowed. */
  'preview.open': call(z.strictObject({ document: documentRef }), preview),
  /** A page as a PNG picture of so many pixels' width, base64. Gone with the visit. */
  'preview.page': call(
    z.strictObject({ previewId: identifier, page: z.int().min(0).max(2_000), width: z.int().min(200).max(2_400) }),
    z.object({ png: z.base64() }),
  ),
}
