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
  /** A job that stands and asks for nothing, or says that it prints and does not get on: the person is told, and later nobody waits any more. */
  stillSaid: number
  stuckGivenUp: number
  /** A job that gets on and on, or seems to: the same. What its printer asks for is not counted. */
  endlessSaid: number
  endlessGivenUp: number
  /** A job that stands when whoever it was for is gone; and however it gets on. */
  leftGivenUp: number
  leftLongest: number
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
  // With the slowest poll, within 15 s.
  stillSaid: 11_000,
  stuckGivenUp: 600_000,
  endlessSaid: 600_000,
  endlessGivenUp: 1_800_000,
  leftGivenUp: 60_000,
  leftLongest: 300_000,
  busyRetry: 2_000,
  busyGivenUp: 120_000,
  storageRetry: 5_000,
  doubleTouch: 5_000,
}
