import type { InvoiceDeliveryPayload } from '../utility-api/generated/types.gen.ts'
import type { Read } from './typedFields.ts'

/** How an invoice can be had, as the contract knows it. */
export const invoiceDeliveries = ['email', 'paper'] as const satisfies InvoiceDeliveryPayload['delivery'][]
export type InvoiceDelivery = (typeof invoiceDeliveries)[number]

interface ChosenDelivery {
  /** Empty until one is chosen. */
  delivery: InvoiceDelivery | ''
  accepted: boolean
}

/** Understands each field, for the page and for the main process alike. `current`: how it is already; null where something is still on its way. */
export function readInvoiceDelivery(
  { delivery, accepted }: ChosenDelivery,
  current: InvoiceDelivery | null,
): { delivery: Read<InvoiceDelivery>; accepted: Read<boolean> } {
  return {
    delivery: readChoice(delivery, current),
    accepted: delivery === 'email' && !accepted ? { problem: 'empty' } : { value: accepted },
  }
}

function readChoice(delivery: InvoiceDelivery | '', current: InvoiceDelivery | null): Read<InvoiceDelivery> {
  if (delivery === '') return { problem: 'empty' }
  return delivery === current ? { problem: 'as-today' } : { value: delivery }
}
