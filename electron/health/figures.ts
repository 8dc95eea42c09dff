import { stat, statfs } from 'node:fs/promises'
import type { PrinterRole, PrinterStatus } from '../../shared/contract/printing.ts'
import { printerRoles } from '../../shared/domain/printers.ts'
import { readHead, type Head } from '../audit/head.ts'
import type { ReadableDb } from '../cache/db.ts'
import { readBranch, type BranchInfo } from '../cache/queries/branch.ts'
import type { Clock } from '../clock.ts'
import type { Outbox, OutboxStatus } from '../outbox/outbox.ts'
import { standingFor, type Printer } from '../printing/printer.ts'
import type { SyncStatus } from '../sync/startSync.ts'
import { inTime } from '../waiting.ts'
import { createDataAge } from './dataAge.ts'

/** A printer that is asked for longer than this does not answer. */
const PRINTER_PATIENCE_MS = 3_000

type AskedPrinter = Pick<Printer, 'name' | 'status'>

export type PrinterFigures = { role: PrinterRole; name: string } & PrinterStatus

/** How this kiosk is, for the utility's heartbeat and for the page of the staff. */
export interface KioskFigures {
  version: string
  /** Since the application was composed, so that a restart which the fleet's owner asked for is seen (decision 17). */
  startedAt: string
  uptimeSeconds: number
  /** Null until the utility has said which branch this is. */
  branch: BranchInfo | null
  online: boolean
  outOfService: boolean
  /** Since the cache was last level with the utility; null before the first load. */
  cursorAgeSeconds: number | null
  dataAsOf: string | null
  outbox: OutboxStatus
  changesSetAside: number
  /** The database and its write-ahead log. */
  databaseBytes: number
  diskFreeBytes: number | null
  /** Null while the audit has no row. */
  auditHead: Head | null
  printers: PrinterFigures[]
}

export interface FiguresParts {
  db: ReadableDb
  databaseFile: string
  clock: Clock
  version: string
  syncStatus: () => SyncStatus
  outbox: Pick<Outbox, 'status'>
  outOfService: () => boolean
  /** Null where the branch has none. */
  printers: Record<PrinterRole, AskedPrinter | null>
}

export interface Figures {
  collect(): Promise<KioskFigures>
  /** Each time that the sync says something new: how old the data are is counted from then. */
  noteSync(status: SyncStatus): void
}

export function createFigures(parts: FiguresParts): Figures {
  const { clock, databaseFile, printers } = parts
  const startedAt = { wall: new Date(clock.now()).toISOString(), elapsed: clock.elapsed() }
  const age = createDataAge(clock)
  return {
    noteSync: ({ asOf }) => age.note(asOf),
    async collect() {
      // The database is asked before anything is waited for: meanwhile the program may end.
      const { asOf: dataAsOf, complete, ...known } = readFigures(parts)
      return {
        ...known,
        startedAt: startedAt.wall,
        uptimeSeconds: Math.round((clock.elapsed() - startedAt.elapsed) / 1000),
        dataAsOf,
        cursorAgeSeconds: complete ? age.seconds(dataAsOf) : null,
        databaseBytes: (await bytesOf(databaseFile)) + (await bytesOf(`${databaseFile}-wal`)),
        diskFreeBytes: await freeBytes(databaseFile),
        printers: await askPrinters(printers, clock),
      }
    },
  }
}

function readFigures({ db, version, syncStatus, outbox, outOfService }: FiguresParts) {
  const { online, complete, asOf, setAside: changesSetAside } = syncStatus()
  return {
    version,
    online,
    complete,
    asOf,
    changesSetAside,
    branch: readBranch(db),
    outOfService: outOfService(),
    outbox: outbox.status(),
    auditHead: readHead(db),
  }
}

/** 0 for a file that is not there. */
const bytesOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  )

const freeBytes = (path: string): Promise<number | null> =>
  statfs(path).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => null,
  )

const askPrinters = (printers: FiguresParts['printers'], clock: Clock): Promise<PrinterFigures[]> =>
  Promise.all(
    printerRoles.flatMap((role) => {
      const printer = printers[role]
      return printer ? [askPrinter(role, printer, clock)] : []
    }),
  )

async function askPrinter(role: PrinterRole, printer: AskedPrinter, clock: Clock): Promise<PrinterFigures> {
  const silent: PrinterStatus = { state: 'offline', attention: ['offline'] }
  const status = await inTime({ clock, milliseconds: PRINTER_PATIENCE_MS }, async () => standingFor(await printer.status()))
  return { role, name: printer.name, ...(status ?? silent) }
}
