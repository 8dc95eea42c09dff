import type { InvoiceDeliveryPayload } from '../utility-api/generated/types.gen.ts'
import { readRequiredEmail, type Read } from './typedFields.ts'

/** How an invoice can be had, as the contract knows it. */
export const invoiceDeliveries = ['email', 'paper'] as const satisfies InvoiceDeliveryPayload['delivery'][]
export type InvoiceDelivery = (typeof invoiceDeliveries)[number]

interface TypedDelivery {
  /** Empty until one is chosen. */
  delivery: InvoiceDelivery | ''
  email: string
  accepted: boolean
}

interface KnownDelivery {
  /** As it comes today, with nothing else asked for; null where something is still on its way. */
  current: InvoiceDelivery | null
  /** The utility knows an address of the account: that is the one, and none is typed. */
  hasEmail: boolean
  /** The utility publishes a text to be agreed to. */
  hasConsent: boolean
}

/** Understands each field, for the page and for the main process alike. Paper needs neither an address nor a consent. */
export function readInvoiceDelivery(
  { delivery, email, accepted }: TypedDelivery,
  { current, hasEmail, hasConsent }: KnownDelivery,
): { delivery: Read<InvoiceDelivery>; email: Read<string | null>; accepted: Read<boolean> } {
  const byEmail = delivery === 'email'
  return {
    delivery: readChoice(delivery, current),
    email: byEmail ? readAddress(email, hasEmail) : { value: null },
    accepted: byEmail && hasConsent && !accepted ? { problem: 'empty' } : { value: accepted },
  }
}

function readChoice(delivery: InvoiceDelivery | '', current: InvoiceDelivery | null): Read<InvoiceDelivery> {
  if (delivery === '') return { problem: 'empty' }
  return delivery === current ? { problem: 'as-today' } : { value: delivery }
}

/** Whoever holds a bill may not send the next ones elsewhere: another address is a matter of the counter. */
function readAddress(email: string, hasEmail: boolean): Read<string | null> {
  if (!hasEmail) return readRequiredEmail(email)
  return email.trim() === '' ? { value: null } : { problem: 'email-known' }
}
