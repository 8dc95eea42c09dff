import type { Log } from './log.ts'

/** Warnings of the runtime (a deprecated call inside a library, a leak of listeners) as lines of the log, not as text between them. */
export function logWarnings(log: Log): void {
  process.removeAllListeners('warning')
  process.on('warning', (warning) => {
    const code = 'code' in warning && typeof warning.code === 'string' ? warning.code : null
    log.warn({ name: warning.name, code }, 'warning of the runtime')
  })
}
