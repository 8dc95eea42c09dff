import type { Migration } from '../migrate.ts'
import { feed } from './010-feed.ts'
import { printJobs } from './020-print-jobs.ts'
import { audit } from './030-audit.ts'
import { lookupThrottle } from './040-lookup-throttle.ts'

/** In order. Numbers leave room between areas: feed 010, printing 020, audit 030, look-up throttle 040. */
export const migrations: readonly Migration[] = [feed, printJobs, audit, lookupThrottle]
