import type { Attention } from '../../shared/contract/printing.ts'
import type { Clock } from '../clock.ts'
import type { PrintTimings } from './timings.ts'

/** What one query said of a job that has not ended. */
export interface Glance {
  reached: boolean
  attention: Attention | null
  /** What to report when the job stands still and its printer asks for nothing. */
  still: Attention
  /** What the printer warns of: reported as the likely reason when the job stands still, and not while it advances. */
  warned: Attention | null
  progress: number
  cancelWanted: boolean
  /** The session that asked for the job has ended. */
  left: boolean
}

/** How long to wait for a job without progress. A printer that asks for something is waited for without limit. */
export function createPatience(clock: Clock, timings: PrintTimings) {
  const start = clock.elapsed()
  const since = { reached: start, quiet: start, moved: start, cancelWanted: Infinity, left: Infinity }
  let counted = 0
  /** The time in which the printer asked for nothing, and until when it is summed. */
  let [unasked, noted] = [0, start]

  function note({ reached, attention, warned, progress, cancelWanted, left }: Glance, now: number): void {
    if (attention === null) unasked += now - noted
    noted = now
    if (reached) since.reached = now
    if (attention !== null || !reached) since.quiet = since.moved = now
    // A warning may name what the printer needs: wait as for a printer that asks for it.
    if (warned !== null) since.quiet = now
    if (progress > counted) since.quiet = since.moved = now
    counted = Math.max(counted, progress)
    if (cancelWanted) since.cancelWanted = Math.min(since.cancelWanted, now)
    if (left) since.left = Math.min(since.left, now)
  }
  const isStill = (now: number): boolean => now - since.moved >= timings.stillSaid || unasked >= timings.endlessSaid
  return {
    /** What to report of the job; `givenUp` when it is waited for no longer. */
    judge(glance: Glance): Attention | 'givenUp' | null {
      const now = clock.elapsed()
      note(glance, now)
      const isOverdue =
        now - since.reached >= timings.offlineGivenUp ||
        now - since.quiet >= timings.stuckGivenUp ||
        unasked >= timings.endlessGivenUp ||
        now - since.cancelWanted >= timings.cancelGivenUp
      if (isOverdue) return 'givenUp'
      if (now - since.reached >= timings.offlineSaid) return 'offline'
      return glance.attention ?? (isStill(now) ? likelyReason(glance) : null)
    },
    /** A job of an ended session that stood still, or printed, for longer than such a job may. */
    isOverstayed(): boolean {
      const now = clock.elapsed()
      return now - since.moved >= timings.leftGivenUp || now - since.left >= timings.leftLongest
    },
  }
}

/** The warnings of a printer that cannot be reached are not reported. */
const likelyReason = ({ still, warned }: Glance): Attention => (still === 'offline' ? still : (warned ?? still))
