/** An open line to a printer. Nothing here rejects. */
export interface Line {
  /** True when all was accepted; false when the connection broke or nothing more was accepted for so long: how much arrived is then unknown. */
  send(bytes: Uint8Array, patience: number): Promise<boolean>
  /** The bytes received, waited for at most so long; empty after that. Null when the connection is closed and all is read. */
  receive(patience: number): Promise<Uint8Array | null>
  close(): void
}

export interface Opening {
  /** Milliseconds until a connection is open. */
  patience: number
  signal: AbortSignal
}

/** `busy`: the printer is in use by somebody else; `refused`: in use by somebody else, or switched off. */
export type NoLine = 'unreachable' | 'refused' | 'busy'
export type OpenLine = (opening: Opening) => Promise<Line | NoLine>

/** Between two tries to open a connection or device that is not free. */
export const SHORT_REST = 25

/** Bytes per write, so that a slow printer can be told from one that accepts nothing. */
export function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  const size = 1024
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** Most bytes received and not read: a printer sends a few at a time, so whatever sends more is no printer. */
export const MOST_UNREAD = 4096
