import type { Clock } from '../clock.ts'

/** Remembers which touch began which job, so that a second one at once is known for the same wish. */
export interface Touches {
  remember(key: TouchKey, jobId: string): void
  /** The job that a touch began a moment ago. */
  recall(key: TouchKey): string | undefined
  forget(): void
}

interface TouchKey {
  sessionId: string
  invoiceId: string
}

export function createTouches(clock: Clock, together: number): Touches {
  const touches = new Map<string, { at: number; jobId: string }>()
  const name = ({ sessionId, invoiceId }: TouchKey): string => JSON.stringify([sessionId, invoiceId])
  return {
    remember: (key, jobId) => void touches.set(name(key), { at: clock.elapsed(), jobId }),
    recall(key) {
      const touch = touches.get(name(key))
      return touch && clock.elapsed() - touch.at < together ? touch.jobId : undefined
    },
    forget: () => touches.clear(),
  }
}
