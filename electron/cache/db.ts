import type Database from 'better-sqlite3'

/** An open connection to the kiosk's database; `open.ts` makes them. */
export type Db = Database.Database
