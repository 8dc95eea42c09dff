import type { ClerkHere } from '../../shared/contract/clerk.ts'
import type { AnswerOf, HandlersOf } from '../../shared/contract/index.ts'
import type { EndReason } from '../../shared/contract/session.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { Clerk } from '../../shared/utility-api/generated/types.gen.ts'
import type { AuditEntry } from '../audit/audit.ts'
import type { PersonAudit } from '../audit/personAudit.ts'
import type { ReadableDb } from '../cache/db.ts'
import { findClerk, listClerks, wasClerk } from '../cache/queries/clerks.ts'
import type { Pins } from '../clerks/pins.ts'
import type { ClerkThrottle } from '../session/clerkThrottle.ts'
import type { Counter, Session } from '../session/counter.ts'
import type { Clerk as ClerkThere, Person } from '../session/person.ts'

export type ClerkAudit = PersonAudit<Extract<AuditEntry['what'], `clerk.${string}`>>

interface ClerkParts {
  db: ReadableDb
  counter: Pick<Counter, 'current' | 'isLate' | 'takeOver' | 'lock' | 'unlock' | 'end'>
  throttle: ClerkThrottle
  pins: Pins
  audit: ClerkAudit
}

/** A clerk as the screen is told of them. */
export const describeClerk = ({ clerkId, name, roles, isLocked }: ClerkThere): ClerkHere => ({ clerkId, name, roles: [...roles], locked: isLocked })

/** What makes a clerk another one: with any of it changed, whoever is signed in has to show who they are again. */
const standingOf = ({ roles, pinHash }: Clerk): string => JSON.stringify([[...roles].sort(), pinHash])

/** Those who work at the branch: they sign in by PIN, leave the screen locked and come back to it, and hand it over. */
export function createClerksService(parts: ClerkParts) {
  const { db, counter, audit } = parts
  const judge = createJudge(parts)
  const shift = createShift(parts)

  const handlers = {
    'clerk.list': () => success({ clerks: listClerks(db).map(({ id, name }) => ({ clerkId: id, name })) }),
    'clerk.signIn': async (entry) => {
      const { person } = counter.current()
      const judged = await judge(entry)
      return judged.ok ? shift.begin(judged.value, person) : judged
    },
    'clerk.lock': () => {
      counter.lock()
      return success({})
    },
    'clerk.unlock': async (entry) => {
      const { person } = counter.current()
      const judged = await judge(entry)
      if (!judged.ok) return judged
      if (person.kind !== 'clerk' || person.clerkId !== judged.value.id) return shift.begin(judged.value, person)
      if (counter.isLate()) return failure({ code: 'not-allowed' })
      counter.unlock()
      return success({})
    },
  } satisfies HandlersOf<'clerk'>

  return {
    handlers,
    judgeAgain: shift.judgeAgain,
    noteLocked(person: ClerkThere): void {
      audit.note(person, person.isLocked ? 'clerk.locked' : 'clerk.unlocked', person.isLocked ? 'locked' : 'unlocked')
    },
    noteEnded({ person }: Session, reason: EndReason): void {
      if (person.kind === 'clerk') audit.note(person, 'clerk.signedOut', reason)
    },
  }
}

/** The clerk who is there, and as what they came. */
function createShift({ db, counter, audit }: ClerkParts) {
  let standing = ''
  return {
    /** `from`: who stood there before. */
    begin(clerk: Clerk, from: Person): Result<AnswerOf<'clerk.signIn'>> {
      const { id: clerkId, name, roles } = clerk
      const taker: ClerkThere = { kind: 'clerk', clerkId, name, roles, isLocked: false, serving: null }
      if (counter.isLate()) return failure({ code: 'not-allowed' })
      if (from.kind === 'clerk') audit.record(taker, 'clerk.handedOver', 'handed-over', { fromClerkId: from.clerkId })
      else audit.record(taker, 'clerk.signedIn', 'signed-in')
      standing = standingOf(clerk)
      return counter.takeOver({ clerkId, name, roles }) ? success({}) : failure({ code: 'not-allowed' })
    },
    /** The feed has told of clerks: whoever is gone, or may do something else now, is out at once. */
    judgeAgain(): void {
      const { person } = counter.current()
      if (person.kind !== 'clerk') return
      const known = findClerk(db, person.clerkId)
      if (!known || standingOf(known) !== standing) counter.end('clerkOut')
    },
  }
}

/** Judges a PIN: one at a time, after the wait that earlier ones have earned, with the same answer in the same time for a clerk who is gone. */
function createJudge({ db, counter, throttle, pins, audit }: ClerkParts) {
  let isJudging = false
  const waitOf = (clerkId: string | null): number => Math.ceil(throttle.remaining(clerkId) / 1000)

  function refuse(clerkId: string | null): Result<never> {
    throttle.missed(clerkId)
    audit.note(counter.current().person, 'clerk.signInFailed', 'wrong-pin', clerkId === null ? {} : { clerkId })
    const wait = waitOf(clerkId)
    return failure({ code: 'wrong-pin', ...(wait > 0 && { retryAfterSeconds: wait }) })
  }
  return async ({ clerkId, pin }: { clerkId: string; pin: string }): Promise<Result<Clerk>> => {
    // What the page invents is not written anywhere.
    const counted = wasClerk(db, clerkId) ? clerkId : null
    const wait = isJudging ? 1 : waitOf(counted)
    if (wait > 0) return failure({ code: 'pin-throttled', retryAfterSeconds: wait })
    isJudging = true
    try {
      const clerk = findClerk(db, clerkId)
      const isTheirs = await pins.isOf(clerk, pin)
      // Meanwhile the utility may have taken the PIN away.
      const now = findClerk(db, clerkId)
      if (!isTheirs || !clerk || !now || standingOf(now) !== standingOf(clerk)) return refuse(counted)
      throttle.matched(clerkId)
      return success(now)
    } finally {
      isJudging = false
    }
  }
}
