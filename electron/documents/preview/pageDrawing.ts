import type { Log } from '../../log/log.ts'
import { startWorkingThread, type WorkingThread } from '../thread.ts'
import type { DrawnPage, PageSize, PreviewJobs, Viewed } from './previewJobs.ts'

const LONGEST_JOB_MS = 15_000
const MOST_MEMORY_MB = 512

/** Draws documents page by page for the screen. */
export interface PageDrawing {
  /** Rejects when it is not a PDF that can be read. */
  sizes(viewed: Viewed): Promise<PageSize[]>
  /** `page` counts from 0; `width` in pixels. Rejects when it cannot be drawn, or not in time. */
  draw(viewed: Viewed, page: number, width: number): Promise<DrawnPage>
  /** Ends the thread, and with it all that it holds of whoever looked; the next question starts another. */
  rest(): Promise<void>
}

interface PageDrawingParts {
  log: Log
  longestJobMs?: number
}

/** The thread starts with the first question: many visitors look at nothing. */
export function createPageDrawing({ log, longestJobMs = LONGEST_JOB_MS }: PageDrawingParts): PageDrawing {
  let thread: WorkingThread<PreviewJobs> | null = null
  let last: Promise<unknown> = Promise.resolve()
  /** Counts who looks: what waits when they leave is not begun. */
  let visit = 0

  /** One after another, so that each has its own time. */
  function ask<K extends keyof PreviewJobs>(kind: K, question: PreviewJobs[K]['question']): Promise<PreviewJobs[K]['answer']> {
    const mine = visit
    const answer = last.then(() => {
      if (mine !== visit) throw new Error('whoever looked has left')
      thread ??= startWorkingThread<PreviewJobs>({ name: 'preview', log, longestJobMs, mostMemoryMb: MOST_MEMORY_MB })
      return thread.ask(kind, question)
    })
    last = answer.catch(() => undefined)
    return answer
  }

  return {
    sizes: (viewed) => ask('pages', viewed),
    draw: (viewed, page, width) => ask('page', { ...viewed, page, width }),
    async rest() {
      const ended = thread
      thread = null
      visit += 1
      await ended?.close()
    },
  }
}
