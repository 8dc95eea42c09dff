import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { EndReason } from '../../shared/contract/session.ts'
import type { Clock } from '../clock.ts'
import { createIdleWatch, type ActivityMode } from './idle.ts'
import { createLockWatch } from './lockWatch.ts'
import { mayRead, withBill, type Clerk, type Customer, type Person } from './person.ts'
import { createSignInLimit } from './signInLimit.ts'

export interface Session {
  readonly id: string
  readonly person: Person
}

/** A clerk's, while they serve one customer or none. */
export type ClerkSession = Session & { readonly person: Clerk }

export interface Counter {
  current(): Session
  /**
   * Runs a call of the current session. If the session ends before the call does, whatever the call still does opens no account and may read
   * none: both would be the next visitor's.
   */
  during<T>(call: () => T): T
  /**
   * A bill was shown: it opens its account. `beside`: those that are open stay open, as far as a visit may hold so many. False where it may not, and nothing
   * has changed.
   */
  openAccount(accountId: string, invoiceId: string, options?: { beside: boolean }): boolean
  /** Somebody has signed in: only their accounts are open. False where the visit that asked for it is over, and nothing has changed. */
  signIn(customer: Omit<Customer, 'kind'>): boolean
  /** A clerk has shown who they are: whatever visit there was ends, and a session of theirs begins. False as of `signIn`. */
  takeOver(clerk: Omit<Clerk, 'kind' | 'isLocked' | 'serving'>): boolean
  /**
   * Whom the clerk serves from now on; null for nobody. Whoever they are, a visit of their own begins, under another name (decision 46). False where nobody
   * may be served, and nothing has changed.
   */
  serve(accountId: string | null): boolean
  /** The clerk goes away, or comes back: nothing is read meanwhile, and nothing is forgotten. */
  lock(): void
  unlock(): void
  mayRead(accountId: string): boolean
  /** The visit in which this call was made is over. */
  isLate(): boolean
  /** What is to be forgotten when this visit ends. */
  whenOver(forget: () => void): void
  activity(mode: ActivityMode, accessible: boolean): void
  /** Somebody stands at the counter: from the first touch to the end of the visit. */
  isAttended(): boolean
  /** Forgets the visitor and makes room for the next. */
  end(reason: EndReason): void
}

interface CounterParts {
  clock: Clock
  /** Whether paper of this session is on its way. */
  isPrinting: (sessionId: string) => boolean
  /** Whether it comes when somebody has seen to the printer. */
  needsSomebody?: (sessionId: string) => boolean
  /** `final`: no touch puts the end off. */
  onWarning: (secondsLeft: number, final: boolean) => void
  onWithdrawn: () => void
  /** Whoever was signed in in this visit is so no longer. */
  onSignedOut?: (session: Session) => void
  /** A clerk serves another customer, or none any more: the visit `left` is over. */
  onServed?: (left: ClerkSession, next: ClerkSession) => void
  /** A clerk's session was locked, or goes on. */
  onLocked?: (session: ClerkSession) => void
  /** `next`: the session that begins. */
  onEnded: (reason: EndReason, session: Session, next: Session) => void
}

const sessionOf = (person: Person): Session => ({ id: randomUUID(), person })

/** Who stands at the counter: it changes here and nowhere else. */
function createStanding(limit: ReturnType<typeof createSignInLimit>, onSignedOut?: (session: Session) => void) {
  let session = sessionOf({ kind: 'visitor' })
  return {
    now: () => session,
    become(next: Session): void {
      const left = session
      session = next
      if (left.person.kind === 'customer') {
        limit.stop()
        onSignedOut?.(left)
      }
      if (next.person.kind === 'customer') limit.begin()
    },
  }
}

/** The one session of the kiosk. Every call of the renderer is judged against it. */
export function createCounter(parts: CounterParts): Counter {
  const { standing, idle, lock } = watchStanding(parts, (reason) => end(reason))
  const sessionOfCall = new AsyncLocalStorage<string>()
  const { begin, whenOver, serve } = createVisits(parts, standing)
  const isLate = (): boolean => (sessionOfCall.getStore() ?? standing.now().id) !== standing.now().id

  function end(reason: EndReason, person: Person = { kind: 'visitor' }): true {
    idle.stop()
    const { left, next } = begin(person)
    parts.onEnded(reason, left, next)
    return true
  }
  function stand(person: Person | null): boolean {
    if (!person) return false
    standing.become({ ...standing.now(), person })
    // No account stays open because the page told of no touch.
    if (!idle.isAttended()) idle.touched('reading', false)
    else if (person.kind === 'customer') idle.restart()
    return true
  }
  return {
    current: standing.now,
    during: (call) => sessionOfCall.run(standing.now().id, call),
    openAccount: (accountId, invoiceId, options = { beside: false }) =>
      stand(isLate() ? null : withBill(standing.now().person, { accountId, invoiceId }, options)),
    signIn: (customer) => stand(isLate() ? null : { kind: 'customer', ...customer }),
    takeOver: (clerk) => !isLate() && end('clerkIn', { kind: 'clerk', ...clerk, isLocked: false, serving: null }),
    serve: (accountId) => !isLate() && serve(accountId),
    lock: () => lock.set(true),
    unlock: () => lock.set(false),
    mayRead: (accountId) => !isLate() && mayRead(standing.now().person, accountId),
    isLate,
    whenOver,
    activity: idle.touched,
    isAttended: idle.isAttended,
    end: (reason) => void end(reason),
  }
}

/** Visits, one after another, each under a name of its own. */
function createVisits({ onServed }: CounterParts, standing: ReturnType<typeof createStanding>) {
  const toForget = new Set<() => void>()

  /** Ends the one that is, and forgets what is of it. */
  function begin(person: Person): { left: Session; next: Session } {
    const left = standing.now()
    const next = sessionOf(person)
    standing.become(next)
    for (const forget of toForget) forget()
    toForget.clear()
    return { left, next }
  }
  return {
    begin,
    whenOver: (forget: () => void): void => void toForget.add(forget),
    serve(accountId: string | null): boolean {
      const { id, person } = standing.now()
      if (person.kind !== 'clerk' || person.isLocked) return false
      const serving = { ...person, serving: accountId }
      const { next } = begin(serving)
      onServed?.({ id, person }, { id: next.id, person: serving })
      return true
    },
  }
}

/** Who stands at the counter, and what ends it or locks it without a touch. */
function watchStanding(parts: CounterParts, end: (reason: EndReason) => void) {
  const { clock, isPrinting, needsSomebody = () => false, onWarning, onWithdrawn, onSignedOut } = parts
  const isHeld = (): boolean => isPrinting(standing.now().id)
  const limit = createSignInLimit({ clock, isHeld, onWarning: (secondsLeft) => onWarning(secondsLeft, true), onOver: () => end('limit') })
  const standing = createStanding(limit, onSignedOut)
  const idle = createIdleWatch({
    clock,
    isSignedIn: () => standing.now().person.kind === 'customer',
    isHeld,
    needsSomebody: () => needsSomebody(standing.now().id),
    onWarning: (secondsLeft) => onWarning(secondsLeft, false),
    onWithdrawn,
    onTimeout: () => end('idle'),
  })
  const lock = watchLock(parts, standing, end)
  function touched(mode: ActivityMode, accessible: boolean): void {
    if (lock.touched(accessible)) return
    limit.allow(accessible)
    idle.touched(mode, accessible)
  }
  const become: typeof standing.become = (next) => {
    standing.become(next)
    lock.follow()
  }
  const isAttended = (): boolean => idle.isAttended() || standing.now().person.kind === 'clerk'
  return { standing: { now: standing.now, become }, idle: { ...idle, touched, isAttended }, lock }
}

/** A clerk's session is locked instead of ended. */
function watchLock({ clock, onLocked }: CounterParts, standing: ReturnType<typeof createStanding>, end: (reason: EndReason) => void) {
  const watch = createLockWatch({ clock, onQuiet: () => set(true), onAbandoned: () => end('idle') })
  function set(isLocked: boolean): void {
    const { id, person } = standing.now()
    if (person.kind !== 'clerk' || person.isLocked === isLocked) return
    const locked = { id, person: { ...person, isLocked } }
    standing.become(locked)
    watch.begin(isLocked)
    onLocked?.(locked)
  }
  return {
    set,
    /** Somebody else stands there. */
    follow(): void {
      if (standing.now().person.kind === 'clerk') watch.begin(false)
      else watch.stop()
    },
    /** False where it is nothing to a clerk's session. */
    touched(accessible: boolean): boolean {
      const { person } = standing.now()
      if (person.kind !== 'clerk') return false
      if (!person.isLocked) watch.touched(accessible)
      return true
    },
  }
}
