import type { Clock } from '../clock.ts'
import { keyOf } from './documentOf.ts'
import type { StoredJob } from './job.ts'

/** Remembers which touch began which job, so that a second one at once is known for the same wish. */
export interface Touches {
  remember(wish: Wish, jobId: string): void
  /** The job that a touch began a moment ago. */
  recall(wish: Wish): string | undefined
  forget(): void
}

/** Whose wish it is, and for which paper. */
export type Wish = Pick<StoredJob, 'sessionId' | 'document'>

const nameOf = ({ sessionId, document }: Wish): string => JSON.stringify([sessionId, keyOf(document)])

export const isSameWish = (one: Wish, other: Wish): boolean => nameOf(one) === nameOf(other)

export function createTouches(clock: Clock, together: number): Touches {
  const touches = new Map<string, { at: number; jobId: string }>()
  return {
    remember: (wish, jobId) => void touches.set(nameOf(wish), { at: clock.elapsed(), jobId }),
    recall(wish) {
      const touch = touches.get(nameOf(wish))
      return touch && clock.elapsed() - touch.at < together ? touch.jobId : undefined
    },
    forget: () => touches.clear(),
  }
}
