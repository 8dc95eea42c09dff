import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../../clock.ts'
import { MINUTE } from './officeParts.ts'

const LIFETIME = 20 * MINUTE

export interface OpenSession {
  id: string
  customerId: string
  tokenDigest: Buffer
  endsAt: number
}

/** The sessions of this run, also those that have ended: each is opened by its own token. */
export interface OpenSessions {
  open(customerId: string): { sessionId: string; sessionToken: string }
  /** One that has not ended. */
  find(id: string, token: unknown): OpenSession | null
  /** Whether there is or was such a session; it has ended then. */
  end(id: string, token: unknown): boolean
  /** Whether it has not ended. */
  isOpen(id: string): boolean
  /** Whose session it is or was; null for one that nobody here remembers. */
  customerOf(id: string): string | null
  /** All of a customer, but for the one that is given. */
  endThoseOf(customerId: string, except?: string): void
  endAll(): void
}

export function createOpenSessions(clock: Pick<Clock, 'elapsed'>): OpenSessions {
  const sessions = new Map<string, OpenSession>()
  const ofToken = (id: string, token: unknown): OpenSession | null => {
    const session = sessions.get(id)
    return session && typeof token === 'string' && timingSafeEqual(session.tokenDigest, digest(token)) ? session : null
  }
  const endSome = (which: (session: OpenSession) => boolean): void => {
    for (const session of sessions.values()) if (which(session)) session.endsAt = Math.min(session.endsAt, clock.elapsed())
  }

  return {
    open(customerId) {
      const [sessionId, sessionToken] = [random(12), random(24)]
      sessions.set(sessionId, { id: sessionId, customerId, tokenDigest: digest(sessionToken), endsAt: clock.elapsed() + LIFETIME })
      return { sessionId, sessionToken }
    },
    find(id, token) {
      const session = ofToken(id, token)
      return session && clock.elapsed() < session.endsAt ? session : null
    },
    end(id, token) {
      const session = ofToken(id, token)
      endSome((each) => each === session)
      return session !== null
    },
    isOpen: (id) => clock.elapsed() < (sessions.get(id)?.endsAt ?? -Infinity),
    customerOf: (id) => sessions.get(id)?.customerId ?? null,
    endThoseOf: (customerId, except) => endSome((each) => each.customerId === customerId && each.id !== except),
    endAll: () => endSome(() => true),
  }
}

const random = (bytes: number): string => randomBytes(bytes).toString('base64url')
const digest = (token: string): Buffer => createHash('sha256').update(token).digest()
