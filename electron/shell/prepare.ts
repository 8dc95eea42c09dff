import { SchemaNewerThanProgram } from '../cache/migrate.ts'
import { BadSetting, readSettings, type Settings } from '../config.ts'
import { usage, wantsUsage } from '../usage.ts'
import { DataDirectoryUnusable, lockDataDirectory } from './lock.ts'

/** What either shell needs before anything else. */
export interface Prepared {
  settings: Settings
  lock: { release(): void }
}

/**
 * Reads the settings and takes the data directory; prints the usage and ends the process where that is all that is wanted.
 * Throws `BadSetting` and `DataDirectoryUnusable`.
 */
export function prepare(argv: readonly string[], env: NodeJS.ProcessEnv): Prepared {
  if (wantsUsage(argv)) {
    process.stdout.write(usage())
    process.exit(0)
  }
  const settings = readSettings(argv, env)
  return { settings, lock: lockDataDirectory(settings.dataDir) }
}

/** A reason not to start that a person can mend, as one line and the exit code; null for a bug. */
export function startFailure(error: unknown): { line: string; exitCode: 1 | 2 } | null {
  if (error instanceof BadSetting) return { line: oneLine(error.message), exitCode: 2 }
  const mendable = [DataDirectoryUnusable, CannotStart, SchemaNewerThanProgram].some((kind) => error instanceof kind)
  return mendable && error instanceof Error ? { line: oneLine(error.message), exitCode: 1 } : null
}

/** The machine lacks something: the port is taken, there is no browser. */
export class CannotStart extends Error {
  override name = 'CannotStart'
}

const oneLine = (text: string): string => `ventanilla: ${text.replaceAll(/\s+/g, ' ').trim()}`
