import type { HandlersOf } from '../shared/contract/index.ts'
import { createPersonAudit } from './audit/personAudit.ts'
import type { Background } from './background.ts'
import { listClerks } from './cache/queries/clerks.ts'
import { createPins } from './clerks/pins.ts'
import type { Core } from './core.ts'
import type { Output } from './output.ts'
import { createClerksService } from './services/clerks.ts'
import { createOutboxDesk } from './services/outboxDesk.ts'
import { createStaffService } from './services/staff.ts'
import { createClerkThrottle } from './session/clerkThrottle.ts'
import type { Counter } from './session/counter.ts'

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
  const { health, maintenance, outbox } = background
  const { printService } = output
  return {
    ...createStaffService({ db, clock, counter, printService, collect: health.collect, lastBackupAt: maintenance.lastBackupAt }),
    ...createOutboxDesk({ db, clock, counter, outbox }),
  }
}
