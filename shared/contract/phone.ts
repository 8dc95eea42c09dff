import { z } from 'zod'
import { call, heardBy } from './define.ts'
import { documentRef, fileFormat } from './documents.ts'
import { instant, nothing, qrPicture } from './values.ts'

/** A document that a phone may fetch from the kiosk itself. */
export const phoneOffer = z.object({
  /** The address as a QR. */
  qr: qrPicture,
  /** When nothing is served any more; it ends sooner with the visit, or when it is withdrawn. */
  expiresAt: instant,
  /** The wireless network that the phone has to be in, where the branch has said it. */
  network: z.string().nullable(),
})
export type PhoneOffer = z.infer<typeof phoneOffer>

/** opened: a phone shows the page, and no other may. fetched: it has the document. closed: nothing is served any more. */
export const phoneState = z.enum(['opened', 'fetched', 'closed'])
export type PhoneState = z.infer<typeof phoneState>

export const phoneCalls = heardBy('served', {
  /**
   * Serves one document, in place of one that was served before. `language`: of the page that the phone shows. Problems: not-allowed,
   * phone-unavailable, save-limit-visit, cannot-store, and those of the document.
   */
  'phone.offer': call(z.strictObject({ document: documentRef, format: fileFormat, language: z.string().max(20) }), phoneOffer),
  'phone.withdraw': call(nothing, nothing),
})

export const phoneEvents = {
  'phone.changed': z.object({ state: phoneState }),
}
