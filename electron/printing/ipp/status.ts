import type { Submission } from '../printer.ts'
import type { IppAnswer } from './message.ts'

const NOT_POSSIBLE = 0x0404
const BUSY = 0x0507

/**
 * Server errors that say that no job was made: not supported, unavailable, version, temporary, not accepting, deactivated, too
 * many jobs.
 */
const NO_JOB_MADE = new Set([0x0501, 0x0502, 0x0503, 0x0505, 0x0506, 0x050a, 0x050b])

export const isSuccess = (status: number): boolean => status < 0x0100

const isClientError = (status: number): boolean => status >= 0x0400 && status < 0x0500

/** The answer to a cancellation when the job had ended already. */
export const isTooLate = (status: number): boolean => status === NOT_POSSIBLE

/**
 * What the answer to Print-Job means (RFC 8011 §4.2.1 and appendix B). A success without a job number cannot be followed: it is
 * unclear.
 */
export function submissionFrom({ status, attributes }: IppAnswer, title: string): Submission {
  const jobId = attributes.get('job-id')?.[0]
  if (isSuccess(status) && typeof jobId === 'number') return { outcome: 'accepted', ref: `${jobId} ${title}` }
  if (status === BUSY) return { outcome: 'busy' }
  return { outcome: isClientError(status) || NO_JOB_MADE.has(status) ? 'refused' : 'unclear' }
}
