import type { PrintJob } from '../../../shared/contract/printing.ts'
import { isSheetLimit } from '../../../shared/problems.ts'

/** What the person is told about a job: every one has its words under `printing` in the locales. */
export type JobScreen = 'drawing' | 'queued' | 'sent' | 'waiting' | 'cancelling' | 'confirmed' | 'asks' | 'notOut' | 'noted' | 'failed' | 'limit' | 'cancelled'

/** The screen of a job. `waiting` has the printer's need in `attention`; after a "no", `notOut` offers another copy. */
export function jobScreen(job: PrintJob): JobScreen {
  // Open, and not to be cancelled: it is being cancelled.
  if ((job.state === 'queued' || job.state === 'sent') && !job.canCancel) return 'cancelling'
  switch (job.state) {
    case 'queued':
      if (job.attention !== null) return 'waiting'
      return job.sheets === null ? 'drawing' : 'queued'
    case 'sent':
      return job.attention === null ? 'sent' : 'waiting'
    case 'unknown':
      if (job.asks) return 'asks'
      return job.canRetry ? 'notOut' : 'noted'
    case 'failed':
      return job.problem && isSheetLimit(job.problem) ? 'limit' : 'failed'
    default:
      return job.state
  }
}

export type Tone = 'busy' | 'good' | 'attention' | 'bad'

/** How a screen feels: its colour and picture say the same as its words. */
export const toneOf: Record<JobScreen, Tone> = {
  drawing: 'busy',
  queued: 'busy',
  sent: 'busy',
  waiting: 'attention',
  cancelling: 'busy',
  confirmed: 'good',
  asks: 'attention',
  notOut: 'attention',
  noted: 'good',
  failed: 'bad',
  limit: 'attention',
  cancelled: 'busy',
}

/** Words of the screen's heading: under `printing.headings` in the locales. */
export const headingOf = {
  drawing: 'busy',
  queued: 'busy',
  sent: 'busy',
  waiting: 'waiting',
  cancelling: 'cancelling',
  confirmed: 'done',
  asks: 'asks',
  trouble: 'asks',
  notOut: 'asks',
  noted: 'asks',
  failed: 'failed',
  limit: 'failed',
  cancelled: 'cancelled',
} as const satisfies Record<JobScreen | 'trouble', string>
