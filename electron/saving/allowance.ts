/** How many files one visit may leave: whoever saves again and again fills the branch's disk. */
export interface Allowance {
  /** False when there is none left. */
  take(sessionId: string): boolean
  /** It came to nothing. */
  giveBack(sessionId: string): void
}

export function createAllowance(perVisit: number): Allowance {
  let visit = { sessionId: '', saves: 0 }
  return {
    take(sessionId) {
      if (visit.sessionId !== sessionId) visit = { sessionId, saves: 0 }
      if (visit.saves >= perVisit) return false
      visit.saves += 1
      return true
    },
    giveBack(sessionId) {
      if (visit.sessionId === sessionId) visit.saves -= 1
    },
  }
}
