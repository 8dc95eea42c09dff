/** Milliseconds. */
export interface PrintTimings {
  /** Between two looks at a job: at first, and at most. */
  poll: number
  slowestPoll: number
  /** A printer that does not answer: the person is told, and later nobody waits any more. */
  offlineSaid: number
  offlineGivenUp: number
  /** A printer that took the wish to cancel and does not end the job. */
  cancelGivenUp: number
  /** A printer that says that it prints and asks for nothing. */
  stuckGivenUp: number
  /** A printer that is busy with somebody else's job. */
  busyRetry: number
  busyGivenUp: number
  /** A disk that refuses what has happened to a job is asked again. */
  storageRetry: number
  /** Two touches within this are one. */
  doubleTouch: number
}

export const printTimings: PrintTimings = {
  poll: 500,
  slowestPoll: 3_000,
  offlineSaid: 5_000,
  offlineGivenUp: 120_000,
  cancelGivenUp: 60_000,
  stuckGivenUp: 600_000,
  busyRetry: 2_000,
  busyGivenUp: 120_000,
  storageRetry: 5_000,
  doubleTouch: 5_000,
}
