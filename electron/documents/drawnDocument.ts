import type { JobKind } from '../../shared/contract/printing.ts'

/** The paper of a sheet. */
export type Media = 'letter' | 'a4'

/** A document that is ready for its printer, or for a file. */
export interface DrawnDocument {
  /** A PDF, or of a ticket what its printer is to be sent. */
  bytes: Uint8Array
  sheets: number
  kind: JobKind
  /** Of a sheet. */
  media?: Media
}
