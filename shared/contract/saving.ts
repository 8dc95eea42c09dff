import { z } from 'zod'
import { call, heardBy } from './define.ts'
import { documentRef, fileFormat } from './documents.ts'
import { identifier, nothing } from './values.ts'

/** A USB stick that was plugged in, or the folder of the branch; never a path. */
export const savePlace = z.object({ id: identifier, kind: z.enum(['usb', 'folder']), name: z.string() })
export type SavePlace = z.infer<typeof savePlace>

const places = z.object({ places: z.array(savePlace) })

export const savedFile = z.object({
  fileName: z.string(),
  place: savePlace,
})
export type SavedFile = z.infer<typeof savedFile>

export const savingCalls = heardBy('served', {
  'saving.places': call(nothing, places),
  /**
   * Whole, and on the medium, when this answers: *Puede retirar su memoria*. Problems: no-place-to-save, place-full, save-failed,
   * sheet-limit-visit, cannot-store, not-allowed.
   */
  'saving.save': call(z.strictObject({ document: documentRef, format: fileFormat, placeId: identifier }), savedFile),
})

export const savingEvents = {
  /** A stick was plugged in or pulled out. */
  'saving.places': places,
}
