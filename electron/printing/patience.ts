import type { Attention } from '../../shared/contract/printing.ts'
import type { Clock } from '../clock.ts'
import type { PrintTimings } from './timings.ts'

/** One look at a job that has not ended. */
export interface Glance {
  reached: boolean
  attention: Attention | null
  /** What to say when it asks for nothing and does not get on. */
  still: Attention
  /** What its printer warns of: while the job moves nothing is said of it, and when it stands still that is the likely reason. */
  warned: Attention | null
  progress: number
  cancelWanted: boolean
  /** Whoever it is for is gone. */
  left: boolean
}

/** How long each kind of silence is borne. A printer that says what it wants is waited for without end. */
export function createPatience(clock: Clock, timings: PrintTimings) {
  const start = clock.elapsed()
  const since = { reached: start, quiet: start, moved: start, cancelWanted: Infinity, left: Infinity }
  let counted = 0
  /** Time in which it asked for nothing, and how far it is counted. */
  let [unasked, noted] = [0, start]

  function note({ reached, attention, warned, progress, cancelWanted, left }: Glance, now: number): void {
    if (attention === null) unasked += now - noted
    noted = now
    if (reached) since.reached = now
    if (attention !== null || !reached) since.quiet = since.moved = now
    // It says what it may want, and is waited for as one that wants it.
    if (warned !== null) since.quiet = now
    if (progress > counted) since.quiet = since.moved = now
    counted = Math.max(counted, progress)
    if (cancelWanted) since.cancelWanted = Math.min(since.cancelWanted, now)
    if (left) since.left = Math.min(since.left, now)
  }
  const isStill = (now: number): boolean => now - since.moved >= timings.stillSaid || unasked >= timings.endlessSaid
  return {
    /** What the person is told of the job. */
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
    /** It has not moved for as long as a job of somebody who is gone may, or gets on for longer than one may. */
    isOverstayed(): boolean {
      const now = clock.elapsed()
      return now - since.moved >= timings.leftGivenUp || now - since.left >= timings.leftLongest
    },
  }
}

/** A printer that is not reached warns of nothing that is worth telling. */
const likelyReason = ({ still, warned }: Glance): Attention => (still === 'offline' ? still : (warned ?? still))
