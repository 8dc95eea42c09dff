import type { Zone } from '../../../shared/utility-api/generated/types.gen.ts'
import type { Customer } from './customers.ts'
import type { Limit } from './limit.ts'
import type { OfficeParts } from './officeParts.ts'
import { type Refused, refused, tooMany } from './outcome.ts'
import type { OpenSession } from './openSessions.ts'

/** Whoever is signed in. */
export interface SignedIn {
  session: OpenSession
  customer: Customer
}

/** Whether they know their password, asked again, a few times only. */
export async function refuseStranger(
  { customer }: SignedIn,
  { pointer, password }: { pointer: string; password: string },
  { passwords, limit }: Pick<OfficeParts, 'passwords'> & { limit: Limit },
): Promise<Refused | null> {
  const wait = limit.take(customer.id)
  if (wait > 0) return tooMany(wait)
  if (!(await passwords.verify(password, customer.password))) {
    return refused(422, 'wrong-password', 'La contraseña no es correcta', { errors: [{ pointer, detail: 'La contraseña no es correcta.' }] })
  }
  limit.forget(customer.id)
  return null
}

export function zoneOf({ customer }: SignedIn, { records }: Pick<OfficeParts, 'records'>): Zone {
  const zone = records.zone(customer.zoneId)
  if (!zone) throw new Error(`no zone ${customer.zoneId}`)
  return zone
}
