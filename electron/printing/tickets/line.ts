/** An open line to a printer. Nothing here rejects. */
export interface Line {
  /** True when the other side has taken all of it; false when it broke, or took nothing more for so long: then nobody knows how much. */
  send(bytes: Uint8Array, patience: number): Promise<boolean>
  /** What has come in, waited for at most so long; empty after that. Null when the line is down and all is read. */
  receive(patience: number): Promise<Uint8Array | null>
  close(): void
}

export interface Opening {
  /** Milliseconds until a line stands. */
  patience: number
  signal: AbortSignal
}

/** `busy`: it is there, and in use by somebody else; `refused`: perhaps so, or it is switched off. */
export type NoLine = 'unreachable' | 'refused' | 'busy'
export type OpenLine = (opening: Opening) => Promise<Line | NoLine>

/** Between two tries at a line or device that is not free. */
export const SHORT_REST = 25

/** What is handed over at once, so that slowness and death are told apart. */
export function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  const size = 1024
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** A printer says a few bytes at a time. One that says more than this unread is none. */
export const MOST_UNREAD = 4096
