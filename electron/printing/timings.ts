/** Milliseconds. */
export interface PrintTimings {
  /** Between two queries of a job: at first, and at most. */
  poll: number
  slowestPoll: number
  /** A printer that does not answer: after how long the person is told, and after how long the job is given up. */
  offlineSaid: number
  offlineGivenUp: number
  /** A printer that accepted a cancellation and does not end the job. */
  cancelGivenUp: number
  /** A job that stands still while its printer asks for nothing: the same two times. */
  stillSaid: number
  stuckGivenUp: number
  /** A job that seems to advance without end: the same two times. Time in which its printer asks for something is not counted. */
  endlessSaid: number
  endlessGivenUp: number
  /** A job of an ended session: how long it may stand still, and how long it may take in all. */
  leftGivenUp: number
  leftLongest: number
  /** A printer that is busy with somebody else's job. */
  busyRetry: number
  busyGivenUp: number
  /** Between two tries to write to a disk that failed. */
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
