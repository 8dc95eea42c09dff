import { z } from 'zod'

/** The utility names no limit; what is longer is no identifier here. */
export const LONGEST_IDENTIFIER = 1_000
/** Identifiers are the utility's: opaque. A thing of the feed whose own is none is set aside, so that every answer can carry the others. */
export const identifier = z
  .string()
  .min(1)
  .max(LONGEST_IDENTIFIER)
  // Half a character has no place in an address, and these two lead to another one.
  .refine((text) => text.isWellFormed() && text !== '.' && text !== '..')
/** `YYYY-MM-DD` in the zone's time zone. */
export const date = z.iso.date()
/** RFC 3339 in UTC. */
export const instant = z.iso.datetime()
/** Minor units of the account's currency; negative is in the customer's favour. */
export const money = z.int()
export const nothing = z.strictObject({})

/** A QR code as a vector: the dark cells of a square of so many cells a side, without the white around it. */
export const qrPicture = z.object({ size: z.int().positive(), path: z.string() })
export type QrPicture = z.infer<typeof qrPicture>
