import type { Migration } from '../migrate.ts'

/** In order. Numbers leave room between areas: feed 010, printing 020, audit 030, look-up throttle 040. */
export const migrations: readonly Migration[] = []
