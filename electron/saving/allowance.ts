import { failure, type Result } from '../../shared/result.ts'

/** How many files one visit may leave: whoever saves again and again fills the branch's disk. */
export interface Allowance {
  /** Saves if there is one left; what comes to nothing costs nothing. Problem: save-limit-visit. */
  spend<T>(sessionId: string, save: () => Promise<Result<T>>): Promise<Result<T>>
}

export function createAllowance(perVisit: number): Allowance {
  let visit = { sessionId: '', saves: 0 }
  return {
    async spend(sessionId, save) {
      if (visit.sessionId !== sessionId) visit = { sessionId, saves: 0 }
      if (visit.saves >= perVisit) return failure({ code: 'save-limit-visit' })
      const mine = visit
      mine.saves += 1
      let isThere = false
      try {
        const saved = await save()
        isThere = saved.ok
        return saved
      } finally {
        if (!isThere) mine.saves -= 1
      }
    },
  }
}
