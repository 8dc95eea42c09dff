/** What a maintenance worker is started for. */
export interface MaintenanceOrder {
  task: 'check' | 'backup' | 'restore'
  databaseFile: string
  backupsDir: string
  /** `YYYY-MM-DD`. */
  today: string
  /** Not 0: the program wants to stop. */
  stop: Int32Array<SharedArrayBuffer>
}

/** How it ended. */
export type MaintenanceOutcome =
  | { kind: 'sound' }
  | { kind: 'backedUp'; backupFile: string }
  /** The newest copy was restored beside the database and read. */
  | { kind: 'restored' }
  | { kind: 'noBackup' }
  | { kind: 'unreadableBackup' }
  | { kind: 'stopped' }
  | { kind: 'corrupt'; damage: string }
  /** The disk did not let it; SQLite's or the system's code. */
  | { kind: 'failed'; code: string }
