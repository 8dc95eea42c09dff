import type { WrittenFact } from '../../shared/contract/outbox.ts'
import type { Command } from '../../shared/utility-api/generated/types.gen.ts'

type PayloadOf<K extends Command['kind']> = Extract<Command, { kind: K }>['payload']

/** What a receipt can say of a command; `documents/receipt/receiptWords.ts` has the words. */
export type FactName = Exclude<WrittenFact['name'], 'account' | 'topic' | 'email' | 'phone'>

/** A fact without a value is left out. */
export type Fact = readonly [name: FactName, value: string | null | undefined]

/** What is said by words of ours instead of the customer's. */
export interface Choices {
  reasons: PayloadOf<'reconnection'>['reason']
  deliveries: PayloadOf<'invoiceDelivery'>['delivery']
  contacts: 'email' | 'phone'
}

/** Writes values as the zone's paper does. */
export interface FactWriter {
  /** A business date. */
  date(date: string): string
  /** In the zone's currency. */
  amount(amount: number): string
  /** With the zone's unit. */
  meterReading(value: number): string
  choice<G extends keyof Choices>(group: G, chosen: Choices[G]): string
  /** Of a person or company: on paper it is masked. */
  name(name: string): string
  /** Of the invoice that the command names, if it is known here. */
  invoiceNumber: string | null
}
