import { z } from 'zod'

/**
 * The browser shell's wire: JSON text frames over the WebSocket at `BRIDGE_PATH`, opened from the page that the same host served.
 * Opening it is a new visitor. Electron carries the same calls and events over IPC instead.
 */
export const BRIDGE_PATH = '/bridge'

/** Bytes of the longest frame that the host reads. */
export const LONGEST_FRAME = 64 * 1024

/** What the page sends: a call with a number of its own, or the answer to a `ping`. */
export const pageMessage = z.union([
  z.strictObject({ id: z.int().nonnegative(), channel: z.string().max(100), request: z.unknown() }),
  z.strictObject({ pong: z.int() }),
])
export type PageMessage = z.infer<typeof pageMessage>

/**
 * What the host sends: the `Result` of a call, an event of the contract, or a `ping`, which the page's script answers with the same
 * number at once. Pings prove that the script is alive; a page that leaves them unanswered is taken for hung.
 */
export const hostMessage = z.union([
  z.object({ id: z.int(), result: z.unknown() }),
  z.object({ event: z.string(), payload: z.unknown() }),
  z.object({ ping: z.int() }),
])
export type HostMessage = z.infer<typeof hostMessage>

/** Why the host closed the socket. After any but `anotherTab` the page may connect again, as a new visitor. */
export const closeCodes = {
  /** The host stops. */
  stopping: 1001,
  /** A frame that is not a `pageMessage`. */
  malformed: 4400,
  /** The kiosk is open in another tab, which is alive: this one says so and stays out. */
  anotherTab: 4409,
  /** The page did not answer pings, and was given up. */
  hung: 4408,
} as const
