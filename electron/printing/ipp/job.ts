import type { PrinterJob } from '../printer.ts'
import type { IppAnswer } from './message.ts'
import { isSuccess } from './status.ts'

const NOT_FOUND = 0x0406
const GONE = 0x0407

/** `job-state` of RFC 8011 §5.3.7. */
const states = new Map<unknown, PrinterJob>([
  [3, 'pending'],
  [4, 'stopped'], // held
  [5, 'processing'],
  [6, 'stopped'],
  [7, 'canceled'],
  [8, 'aborted'],
  [9, 'completed'],
])

/** Reasons that a printer gives when it gave up before the first sheet. A count of zero proves nothing: many never count. */
const BEFORE_ANY_SHEET = new Set([
  'unsupported-document-format',
  'unsupported-attributes-or-values',
  'unsupported-compression',
  'document-access-error',
  'document-password-error',
  'account-authorization-failed',
  'account-closed',
  'account-limit-reached',
])

/** The job as the answer to Get-Job-Attributes tells it; `title` is the name that we gave it. */
export function jobFrom({ status, attributes }: IppAnswer, title: string): PrinterJob {
  if (status === NOT_FOUND || status === GONE) return 'forgotten'
  const name = attributes.get('job-name')?.[0]
  // Another job under our number: the printer was restarted and counts from one again.
  if (name !== undefined && name !== title) return 'forgotten'
  const state = isSuccess(status) ? states.get(attributes.get('job-state')?.[0]) : undefined
  const reasons = (attributes.get('job-state-reasons') ?? []).map(String)
  if (state === 'completed' && reasons.includes('job-completed-with-errors')) return 'aborted'
  if (state === 'aborted' && reasons.some((reason) => BEFORE_ANY_SHEET.has(reason))) return 'unprinted'
  return state ?? 'unreachable'
}
