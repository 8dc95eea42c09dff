import type { HandlersOf } from '../shared/contract/index.ts'
import { createPersonAudit } from './audit/personAudit.ts'
import type { Background } from './background.ts'
import { listClerks } from './cache/queries/clerks.ts'
import { createPins } from './clerks/pins.ts'
import type { Core } from './core.ts'
import { logBug } from './log/log.ts'
import type { Output } from './output.ts'
import type { EndReason } from '../shared/contract/session.ts'
import { createSearchOfShift, type SearchOfShift } from './search/searchOfShift.ts'
import { startSearching } from './search/searchThread.ts'
import type { AccountAccess } from './services/accountAccess.ts'
import { createAssistService, noteClosed, servingOf, type AssistAudit } from './services/assist.ts'
import { createSearchService } from './services/search.ts'
import { createClerksService } from './services/clerks.ts'
import { createOutboxDesk } from './services/outboxDesk.ts'
import { createStaffService } from './services/staff.ts'
import { createClerkThrottle } from './session/clerkThrottle.ts'
import type { ClerkSession, Counter, Session } from './session/counter.ts'
import { servesCustomers } from './session/person.ts'
import { createRecentCustomers, type RecentCustomers } from './session/recentCustomers.ts'

export type Clerks = ReturnType<typeof createClerksService>

/** Those who work at the branch, as far as they sign in. */
export function buildClerks({ db, clock, log, audit }: Pick<Core, 'db' | 'clock' | 'log' | 'audit'>, counter: Counter): Clerks {
  return createClerksService({
    db,
    counter,
    throttle: createClerkThrottle({ db, clock, log }),
    pins: createPins({ log, clerks: () => listClerks(db) }),
    audit: createPersonAudit({ db, audit, log }),
  })
}

interface AtTheCounter {
  counter: Counter
  output: Output
  background: Background
}

/** What they see to. */
export function buildStaff({ db, clock }: Core, { counter, output, background }: AtTheCounter): HandlersOf<'staff'> & HandlersOf<'outbox'> {
  const { health, maintenance, selfTests, outbox } = background
  const { printService } = output
  return {
    ...createStaffService({
      ...{ db, clock, counter, printService },
      collect: health.collect,
      lastBackupAt: maintenance.lastBackupAt,
      latestSelfTest: selfTests.latest,
    }),
    ...createOutboxDesk({ db, clock, counter, outbox }),
  }
}

/** What there is for a clerk as long as they are signed in: the search, whom they served, and whom they serve. */
export interface Shift {
  audit: AssistAudit
  recent: RecentCustomers
  searching: SearchOfShift
  noteServed(left: ClerkSession, next: ClerkSession): void
  noteEnded(reason: EndReason, left: Session, next: Session): void
  stop(): Promise<void>
}

export function buildShift({ db, databaseFile, log, audit: all, pages }: Pick<Core, 'db' | 'databaseFile' | 'log' | 'audit' | 'pages'>): Shift {
  const audit: AssistAudit = createPersonAudit({ db, audit: all, log })
  const recent = createRecentCustomers()
  const searching = createSearchOfShift(() => startSearching({ log, databaseFile }))
  return {
    audit,
    recent,
    searching,
    noteServed(left, { person: { serving } }) {
      noteClosed(audit, left, serving === null ? 'finished' : 'next')
      if (serving !== null) recent.add(serving)
      pages.tell('assist.changed', { serving: servingOf(db, serving) })
    },
    noteEnded(reason, left, { person }) {
      noteClosed(audit, left, reason)
      recent.forget()
      if (servesCustomers(person)) searching.begin()
      else searching.end().catch((error: unknown) => logBug(log, 'search', error))
    },
    stop: searching.end,
  }
}

interface Serving {
  counter: Counter
  accounts: AccountAccess
  background: Pick<Background, 'kiosk'>
  shift: Shift
}

/** Whom they serve. */
export function buildAssist({ db, log }: Core, { counter, accounts, background, shift }: Serving): HandlersOf<'search' | 'assist'> {
  const { audit, recent, searching } = shift
  return {
    ...createSearchService({ searching, recent, log, isReady: () => background.kiosk.status().data === 'ready' }),
    ...createAssistService({ db, counter, accounts, audit }),
  }
}
