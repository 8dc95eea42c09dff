import type Database from 'better-sqlite3'

/** A connection that may change the database; `openDatabase.ts` makes them. */
export type WritableDb = Database.Database

/** A connection from which rows are read, by `query`, and into which nothing goes. Every `WritableDb` is one. */
export type ReadableDb = Pick<Database.Database, 'name' | 'open'>
