import type { PrinterJob } from '../printer.ts'
import type { IppAnswer } from './message.ts'
import { failureIn, spoils, stillIn, stopsJob } from './reasons.ts'
import { isSuccess } from './status.ts'

const NOT_FOUND = 0x0406
const GONE = 0x0407

/** `job-state` of RFC 8011 §5.3.7. */
const states = new Map<unknown, PrinterJob>([
  [3, 'pending'],
  [4, 'pending'], // held
  [5, 'processing'],
  [6, 'stopped'],
  [7, 'canceled'],
  [8, 'aborted'],
  [9, 'completed'],
])

/** The state of a job by the answer to Get-Job-Attributes; `title` is the name that we sent. */
export function jobFrom({ status, attributes }: IppAnswer, title: string): PrinterJob {
  if (status === NOT_FOUND || status === GONE) return 'forgotten'
  // Another job under our number: the printer was restarted and numbers from one again. A name that is cut short or missing proves nothing.
  const name = String(attributes.get('job-name')?.[0] ?? '').replace(/\0+$/u, '')
  if (!title.startsWith(name)) return 'forgotten'
  const state = isSuccess(status) ? states.get(attributes.get('job-state')?.[0]) : undefined
  return state ? judged(state, (attributes.get('job-state-reasons') ?? []).map(String)) : 'unreachable'
}

/** The state corrected by its reasons: a completed job may have failed, and an open one may stand still. */
function judged(state: PrinterJob, reasons: readonly string[]): PrinterJob {
  switch (state) {
    case 'completed':
      return spoils(reasons) ? 'aborted' : state
    case 'canceled':
      // Some printers report a job that they aborted themselves as canceled.
      return failureIn(reasons) === null || reasons.some((reason) => /cancel/iu.test(reason)) ? state : 'aborted'
    case 'aborted':
      return failureIn(reasons) === 'blank' ? 'unprinted' : state
    case 'pending':
    case 'processing':
      if (stopsJob(reasons)) return 'stopped'
      return stillIn(reasons) === 'offline' ? 'connecting' : stillIn(reasons) ? 'pending' : state
    default:
      return state
  }
}

const COUNTS = ['job-impressions-completed', 'job-media-sheets-completed', 'job-k-octets-processed'] as const
export const progressAttributes: readonly string[] = COUNTS

/** A number that grows while the job prints, for a printer that counts. */
export const progressFrom = ({ attributes }: IppAnswer): number => COUNTS.reduce((sum, count) => sum + Number(attributes.get(count)?.[0] ?? 0), 0)
