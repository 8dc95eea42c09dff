import { createHmac, randomBytes } from 'node:crypto'
import { createLimit } from './limit.ts'
import { MINUTE, type OfficeParts } from './officeParts.ts'
import { done, type Outcome } from './outcome.ts'
import { judgePassword } from './passwordRule.ts'
import type { Sessions } from './sessions.ts'
import { refuseStranger, type SignedIn, zoneOf } from './signedIn.ts'

interface Passwords {
  current: string
  password: string
}

export type ChangePassword = (who: SignedIn, change: Passwords) => Promise<Outcome<null>>

/** Changing the password of whoever is signed in. It carries no key: after a lost answer the same change in the same session ends well again. */
export function createPasswordChange(parts: OfficeParts, endOthers: Sessions['endThoseOf']): ChangePassword {
  const { clock, passwords, write } = parts
  const limit = createLimit(clock, { most: 5, milliseconds: 5 * MINUTE })
  const secret = randomBytes(32)
  const lastChanges = new Map<string, string>()
  const digest = (change: Passwords): string =>
    createHmac('sha256', secret)
      .update(JSON.stringify([change.current, change.password]))
      .digest('base64')

  return async (who, change) => {
    const { customer, session } = who
    if (lastChanges.get(session.id) === digest(change)) return done(null)
    const stranger = await refuseStranger(who, { pointer: '/current', password: change.current }, { passwords, limit })
    if (stranger) return stranger
    const zone = zoneOf(who, parts)
    const weak = judgePassword(change.password, zone, { email: customer.email, userName: customer.userName, company: zone.company })
    if (weak) return weak
    customer.password = await passwords.hash(change.password)
    lastChanges.set(session.id, digest(change))
    endOthers(customer.id, session.id)
    write({ occasion: 'passwordChanged', to: customer.email, locale: customer.locale, zone })
    return done(null)
  }
}
