import { join } from 'node:path'
import { createApiClient, type ApiClient } from './api/client.ts'
import type { Renew } from './application.ts'
import { createAudit, type Audit } from './audit/audit.ts'
import type { WritableDb } from './cache/db.ts'
import { guardStorage } from './cache/guard.ts'
import { createIncidents, type Incidents } from './cache/incidents.ts'
import type { Clock } from './clock.ts'
import type { Settings } from './config.ts'
import { createPages, type Pages } from './ipc/servedPages.ts'
import type { Log } from './log/log.ts'
import type { RecentLines } from './log/recent.ts'
import { requestRecovery } from './recovery/files.ts'
import { openVerifiedDatabase } from './recovery/openVerified.ts'
import { reachUtility, type Utility } from './utility.ts'

/** What is given from outside. */
export interface Surroundings {
  settings: Settings
  log: Log
  clock: Clock
  recentLines: RecentLines
  /** Closes this application and composes another. */
  renew: Renew
}

/** What nearly every part of the application stands on. */
export interface Core extends Surroundings {
  db: WritableDb
  databaseFile: string
  audit: Audit
  incidents: Incidents
  pages: Pages
  utility: Utility | null
  /** Null where no utility is configured. */
  api: ApiClient | null
  /** The database is damaged: it is recovered when it is opened next, which is soon. */
  onCorrupt: () => void
}

/** Opens the database, finds the utility, and makes what nearly every part is given. */
export async function buildCore({ settings, log, clock, recentLines, renew }: Surroundings): Promise<Core> {
  const { dataDir } = settings
  const databaseFile = join(dataDir, 'ventanilla.db')
  const db = openVerifiedDatabase({ databaseFile, dataDir, clock, log })
  const incidents = createIncidents({ db, clock, log })
  const onCorrupt = (): void => {
    requestRecovery(dataDir)
    renew('corrupt')
  }
  guardStorage({ db, log, clock, incidents, onCorrupt })
  const utility = await reachUtility(settings, log)
  const api = utility && createApiClient({ ...utility.access, log, clock })
  return {
    settings,
    log,
    clock,
    recentLines,
    renew,
    db,
    databaseFile,
    audit: createAudit({ db, clock }),
    incidents,
    pages: createPages(),
    utility,
    api,
    onCorrupt,
  }
}
