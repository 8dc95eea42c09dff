import { createLog, type Log } from '../log/log.ts'
import type { Report } from './messages.ts'

/** A worker's log: its lines go to the main process, which has the only destination. */
export function createWorkerLog(report: (report: Report) => void): Log {
  return createLog({ write: (line) => report({ kind: 'log', line }) })
}

/** Writes a line that a worker logged to the program's log, under the worker's name. */
export function relayLine(log: Log, worker: string, line: string): void {
  const { level, time: _time, msg, ...fields } = JSON.parse(line) as { level: 'debug' | 'info' | 'warn' | 'error' | 'fatal'; time: string; msg: string }
  log[level]({ worker, ...fields }, msg)
}
