import type { ShownNotice } from '../../shared/contract/filings.ts'
import type { ReplyTo } from '../../shared/utility-api/generated/types.gen.ts'
import type { Clock } from '../clock.ts'

interface Reachable {
  email: string | null
  phone: string | null
  /** That the person agreed to. */
  notice: ShownNotice
}

/** How a person wishes to be answered, and the notice that they saw; null where there is nothing of it. */
export function replyToOf({ email, phone, notice }: Reachable, clock: Clock): ReplyTo | null {
  const consent = notice && { legalTextId: notice.id, version: notice.version, at: new Date(clock.now()).toISOString() }
  if (!consent && email === null && phone === null) return null
  return { ...(email !== null && { email }), ...(phone !== null && { phone }), ...(consent && { consent }) }
}

/** How a person wished to be answered, as it was typed. */
export const reachOf = ({ email, phone }: Pick<ReplyTo, 'email' | 'phone'> = {}): { email: string; phone: string } => ({
  email: email ?? '',
  phone: phone ?? '',
})
