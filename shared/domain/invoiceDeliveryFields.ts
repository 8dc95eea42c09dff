import type { InvoiceDeliveryPayload } from '../utility-api/generated/types.gen.ts'
import { readRequiredEmail, type Read } from './typedFields.ts'

/** How an invoice can be had, as the contract knows it. */
export const invoiceDeliveries = ['email', 'paper'] as const satisfies InvoiceDeliveryPayload['delivery'][]
export type InvoiceDelivery = (typeof invoiceDeliveries)[number]

interface ChosenDelivery {
  /** Empty until one is chosen. */
  delivery: InvoiceDelivery | ''
  /** As typed. */
  email: string
  accepted: boolean
}

interface Asked {
  /** How it is already; null where something is still on its way. */
  current: InvoiceDelivery | null
  /** The utility knows no address, and the person may give one. */
  asksEmail: boolean
}

/** Understands each field, for the page and for the main process alike. `email` is null where none is asked for. */
export function readInvoiceDelivery(
  { delivery, email, accepted }: ChosenDelivery,
  { current, asksEmail }: Asked,
): { delivery: Read<InvoiceDelivery>; email: Read<string | null>; accepted: Read<boolean> } {
  return {
    delivery: readChoice(delivery, current),
    email: delivery === 'email' && asksEmail ? readRequiredEmail(email) : { value: null },
    accepted: delivery === 'email' && !accepted ? { problem: 'empty' } : { value: accepted },
  }
}

function readChoice(delivery: InvoiceDelivery | '', current: InvoiceDelivery | null): Read<InvoiceDelivery> {
  if (delivery === '') return { problem: 'empty' }
  return delivery === current ? { problem: 'as-today' } : { value: delivery }
}
