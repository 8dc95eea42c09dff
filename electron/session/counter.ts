import { randomUUID } from 'node:crypto'
import type { EndReason } from '../../shared/contract/session.ts'
import type { Clock } from '../clock.ts'
import { createIdleWatch, type ActivityMode } from './idle.ts'

/** Who stands at the counter. A visitor may read what is everyone's; an invoice holder one account besides. */
export type Person = { kind: 'visitor' } | { kind: 'invoiceHolder'; accountId: string; invoiceId: string }

export interface Session {
  readonly id: string
  readonly person: Person
}

export interface Counter {
  current(): Session
  openAccount(accountId: string, invoiceId: string): void
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
  onWarning: (secondsLeft: number) => void
  onWithdrawn: () => void
  onEnded: (reason: EndReason, session: Session) => void
}

const newVisitor = (): Session => ({ id: randomUUID(), person: { kind: 'visitor' } })

/** The one session of the kiosk. Every call of the renderer is judged against it. */
export function createCounter({ clock, isPrinting, onWarning, onWithdrawn, onEnded }: CounterParts): Counter {
  let session = newVisitor()
  const isHeld = (): boolean => isPrinting(session.id)
  const idle = createIdleWatch({ clock, isHeld, onWarning, onWithdrawn, onTimeout: () => end('idle') })

  function end(reason: EndReason): void {
    const left = session
    idle.stop()
    session = newVisitor()
    onEnded(reason, left)
  }
  return {
    current: () => session,
    openAccount(accountId, invoiceId) {
      session = { id: session.id, person: { kind: 'invoiceHolder', accountId, invoiceId } }
      // No account stays open because the page told of no touch.
      if (!idle.isAttended()) idle.touched('reading', false)
    },
    mayRead: (accountId) => session.person.kind === 'invoiceHolder' && session.person.accountId === accountId,
    activity: (mode, accessible) => idle.touched(mode, accessible),
    isAttended: idle.isAttended,
    end,
  }
}
