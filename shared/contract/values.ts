import { z } from 'zod'

/** Identifiers are the utility's: opaque, and short. */
export const identifier = z.string().min(1).max(200)
/** `YYYY-MM-DD` in the zone's time zone. */
export const date = z.iso.date()
/** RFC 3339 in UTC. */
export const instant = z.iso.datetime()
/** Minor units of the account's currency; negative is in the customer's favour. */
export const money = z.int()
export const nothing = z.strictObject({})
