import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../clock.ts'

/** The kiosk's client and the bearer tokens given to it. */
export interface Tokens {
  clientId: string
  clientSecret: string
  lifetimeSeconds: number
  /** A new token, or null for anybody else's credentials. */
  issue(clientId: string, clientSecret: string): string | null
  /** Whether an `Authorization` header carries a token that is still good. */
  accepts(authorization: string | undefined): boolean
}

const random = (bytes: number): string => randomBytes(bytes).toString('base64url')

export function createTokens(clientId: string, lifetimeSeconds: number, clock: Clock): Tokens {
  const clientSecret = random(24)
  const expiries = new Map<string, number>()
  return {
    clientId,
    clientSecret,
    lifetimeSeconds,
    issue(id, secret) {
      if (id !== clientId || !sameText(secret, clientSecret)) return null
      const token = random(24)
      expiries.set(token, clock.elapsed() + lifetimeSeconds * 1000)
      return token
    },
    accepts(authorization) {
      const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1]
      const expiry = token === undefined ? undefined : expiries.get(token)
      return expiry !== undefined && clock.elapsed() < expiry
    },
  }
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
