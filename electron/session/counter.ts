import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { EndReason } from '../../shared/contract/session.ts'
import type { Clock } from '../clock.ts'
import { createIdleWatch, type ActivityMode } from './idle.ts'
import { mayRead, withBill, type Person } from './person.ts'

export interface Session {
  readonly id: string
  readonly person: Person
}

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
  mayRead(accountId: string): boolean
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
  onWarning: (secondsLeft: number) => void
  onWithdrawn: () => void
  onEnded: (reason: EndReason, session: Session) => void
}

const newVisitor = (): Session => ({ id: randomUUID(), person: { kind: 'visitor' } })

/** The one session of the kiosk. Every call of the renderer is judged against it. */
export function createCounter({ clock, isPrinting, needsSomebody = () => false, onWarning, onWithdrawn, onEnded }: CounterParts): Counter {
  let session = newVisitor()
  const sessionOfCall = new AsyncLocalStorage<string>()
  const isLate = (): boolean => (sessionOfCall.getStore() ?? session.id) !== session.id
  const isHeld = (): boolean => isPrinting(session.id)
  const idle = createIdleWatch({
    clock,
    isHeld,
    needsSomebody: () => needsSomebody(session.id),
    onWarning,
    onWithdrawn,
    onTimeout: () => end('idle'),
  })

  function end(reason: EndReason): void {
    const left = session
    idle.stop()
    session = newVisitor()
    onEnded(reason, left)
  }
  return {
    current: () => session,
    during: (call) => sessionOfCall.run(session.id, call),
    openAccount(accountId, invoiceId, options = { beside: false }) {
      const person = isLate() ? null : withBill(session.person, { accountId, invoiceId }, options)
      if (!person) return false
      session = { id: session.id, person }
      // No account stays open because the page told of no touch.
      if (!idle.isAttended()) idle.touched('reading', false)
      return true
    },
    mayRead: (accountId) => !isLate() && mayRead(session.person, accountId),
    activity: (mode, accessible) => idle.touched(mode, accessible),
    isAttended: idle.isAttended,
    end,
  }
}
