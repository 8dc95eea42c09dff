/** A place in the feed: so far in the initial state, then so far in what happened since. */
export interface Position {
  part: number
  offset: number
  live: number
}

export type ReadCursor = { ok: true; position: Position } | { ok: false; reason: 'malformed' | 'expired' }

export const start: Position = { part: 0, offset: 0, live: 0 }

/**
 * Writes a place in the feed as opaque text.
 * @param state names the initial state, which is the same after a restart
 * @param run names this run, whose later changes are lost with it
 */
export function writeCursor(position: Position, state: string, run: string): string {
  const { part, offset, live } = position
  return Buffer.from([state, part, offset, live, live > 0 ? run : '-'].join(':')).toString('base64url')
}

export function readCursor(text: string, state: string, run: string): ReadCursor {
  const match = /^([0-9a-f]+):(\d+):(\d+):(\d+):([0-9a-f]+|-)$/.exec(Buffer.from(text, 'base64url').toString())
  if (!match) return { ok: false, reason: 'malformed' }
  const [, writtenState, part, offset, live, writtenRun] = match
  if (writtenState !== state || (writtenRun !== '-' && writtenRun !== run)) return { ok: false, reason: 'expired' }
  return { ok: true, position: { part: Number(part), offset: Number(offset), live: Number(live) } }
}
