import { dirname } from 'node:path'
import type { ApiClient } from '../api/client.ts'
import type { Renew } from '../application.ts'
import type { Audit } from '../audit/audit.ts'
import { createToldHead } from '../audit/toldHead.ts'
import type { WritableDb } from '../cache/db.ts'
import type { Log } from '../log/log.ts'
import type { RecentLines } from '../log/recent.ts'
import type { SyncStatus } from '../sync/startSync.ts'
import { createDirectives } from './directives.ts'
import { createFigures, type FiguresParts, type KioskFigures } from './figures.ts'
import { startHeartbeats, type Report } from './heartbeats.ts'
import { createNews } from './news.ts'
import { toHeartbeat } from './report.ts'
import { createServiceState } from './serviceState.ts'

/** How the kiosk is, told to the utility and to the staff, and what the utility asks of it in return. */
export interface Health {
  collect(): Promise<KioskFigures>
  outOfService(): boolean
  /** Each time that the sync says something new. */
  noteSync(status: SyncStatus): void
  /** Something happened that the utility should hear of soon: a printer wants somebody, a command was refused, an incident. */
  soon(): void
  stop(): void
}

export interface HealthParts extends Omit<FiguresParts, 'outOfService'> {
  db: WritableDb
  log: Log
  audit: Audit
  /** Null where no utility is configured: nobody is told. */
  api: Pick<ApiClient, 'reportHeartbeat'> | null
  recentLines: RecentLines
  /** Nobody is at the counter, nothing prints, and no file is being saved. */
  isIdle: () => boolean
  renew: Renew
  resync: () => void
  /** Taken out of service, or back in. */
  onServiceChanged: () => void
}

export function startHealth({ api, onServiceChanged, renew, ...parts }: HealthParts): Health {
  const { clock, log } = parts
  const service = createServiceState({ ...parts, onChanged: onServiceChanged })
  const figures = createFigures({ ...parts, outOfService: service.outOfService })
  const news = createNews(parts)
  const told = createToldHead({ ...parts, dataDir: dirname(parts.databaseFile) })
  const sendLogs = (): void => {
    news.sendLogs()
    heartbeats?.soon()
  }
  const directives = createDirectives({ ...parts, service, restart: () => renew('directive'), sendLogs })
  const heartbeats = api && startHeartbeats({ api, clock, log, collect, obey: directives.obey })

  async function collect(): Promise<Report | null> {
    const { lines, acknowledge } = news.gather()
    const collected = await figures.collect()
    const heartbeat = toHeartbeat(collected, { at: clock.now(), incidents: lines })
    const delivered = (): void => {
      acknowledge()
      told.note(collected.auditHead)
    }
    return heartbeat && { heartbeat, delivered }
  }

  return {
    collect: figures.collect,
    outOfService: service.outOfService,
    noteSync(status) {
      figures.noteSync(status)
      heartbeats?.online(status.online)
    },
    soon: () => heartbeats?.soon(),
    stop() {
      heartbeats?.stop()
      directives.stop()
    },
  }
}
