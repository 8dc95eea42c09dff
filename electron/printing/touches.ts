import type { Clock } from '../clock.ts'
import { keyOf } from './documentOf.ts'
import type { StoredJob } from './job.ts'

/** Remembers which touch asked for which job, so that a second touch within a moment is recognised as a repetition. */
export interface Touches {
  remember(wish: Wish, jobId: string): void
  /** The job that a touch asked for a moment ago. */
  recall(wish: Wish): string | undefined
  /** Forgets the touches of a session. */
  forget(sessionId: string): void
}

/** Who asks for which document on which printer. */
export type Wish = Pick<StoredJob, 'sessionId' | 'document' | 'printer'>

const nameOf = ({ sessionId, document, printer }: Wish): string => JSON.stringify([sessionId, keyOf(document), printer])

export const isSameWish = (one: Wish, other: Wish): boolean => nameOf(one) === nameOf(other)

export function createTouches(clock: Clock, together: number): Touches {
  const touches = new Map<string, { at: number; jobId: string; sessionId: string }>()
  return {
    remember: (wish, jobId) => void touches.set(nameOf(wish), { at: clock.elapsed(), jobId, sessionId: wish.sessionId }),
    recall(wish) {
      const touch = touches.get(nameOf(wish))
      return touch && clock.elapsed() - touch.at < together ? touch.jobId : undefined
    },
    forget(sessionId) {
      for (const [name, touch] of touches) if (touch.sessionId === sessionId) touches.delete(name)
    },
  }
}
