import { z } from 'zod'
import { invoiceDeliveries } from '../domain/invoiceDeliveryFields.ts'
import { reconnectionReasons } from '../domain/reconnectionFields.ts'
import type { Command } from '../utility-api/generated/types.gen.ts'
import { identifier, LONGEST_IDENTIFIER } from './values.ts'

interface FilingTraits {
  /** The utility opens a request for it: it stands among questions and claims, with its state. */
  opensRequest: boolean
}

/** What both processes know of each kind of command that can be filed; the rest is the main process's (`electron/filings/filingTypes.ts`). */
export const filingTraits = {
  question: { opensRequest: true },
  claim: { opensRequest: true },
  contact: { opensRequest: true },
  reconnection: { opensRequest: true },
  holderChange: { opensRequest: true },
  reading: { opensRequest: false },
  invoiceDelivery: { opensRequest: false },
  contactDetails: { opensRequest: false },
} as const satisfies Record<Command['kind'], FilingTraits>

export type FiledKind = keyof typeof filingTraits

/** Everything of these kinds has a folio. */
export const filedKind = z.enum(Object.keys(filingTraits) as FiledKind[])

/** As typed: the main process says what is wrong with it, field by field. */
export const typed = z.string().max(4_000)

/** A text of the utility that stood on the form, in the version that was read. */
const shownText = z.strictObject({ id: identifier, version: z.string().max(LONGEST_IDENTIFIER) }).nullable()
export type ShownNotice = z.infer<typeof shownText>

/** What every form carries, whoever files it. */
export const anyForm = {
  /** Made by the page for each new form: sending the same form twice files once. */
  formId: z.uuid(),
  /** The privacy notice whose summary stood on the form; null where the utility publishes none. */
  privacyNotice: shownText,
}

/** What a form for an account carries. */
const envelope = { ...anyForm, accountId: identifier }

/** A question or claim. Problems name `topicId`, `text`, `invoiceId`, `reading`, `disputedAmount`, `addsTo`, `email`, `phone`. */
export const aboutTopic = {
  topicId: z.string().max(LONGEST_IDENTIFIER),
  text: typed,
  /** Empty where none was chosen or asked for. */
  invoiceId: z.string().max(LONGEST_IDENTIFIER),
  reading: typed,
  /** What of the invoice is not recognised, as the account's zone writes amounts: of a claim alone, and empty where nothing was typed. */
  disputedAmount: typed,
  /** The folio of the open claim that it adds to, the utility's or ours: of a claim alone, and empty where it stands by itself. */
  addsTo: typed,
  email: typed,
  phone: typed,
}

/** What the meter shows that stood on the form: the account may have another one meanwhile. Problems name `reading`. */
export const meterReading = { meterNumber: z.string().max(LONGEST_IDENTIFIER), reading: typed }

/** Problems name `reason`, `phone`, `notes`. */
export const reconnection = { reason: z.enum(['', ...reconnectionReasons]), phone: typed, notes: typed }

/** Names of a person or of a company, as `holderKind` says; the others are empty. Problems name each field but that. */
const holderChange = {
  ...envelope,
  holderKind: z.enum(['person', 'company']),
  givenNames: typed,
  familyName: typed,
  secondFamilyName: typed,
  companyName: typed,
  documentType: z.string().max(LONGEST_IDENTIFIER),
  documentNumber: typed,
  email: typed,
  phone: typed,
  /** A day as the account's zone writes it. */
  effectiveOn: typed,
}

/** Problems name `delivery`, `email`, `accepted`. */
const invoiceDelivery = {
  ...envelope,
  delivery: z.enum(['', ...invoiceDeliveries]),
  /** Empty where the utility knows the address. */
  email: typed,
  /** The box under the consent is ticked. */
  accepted: z.boolean(),
  /** The consent that stood on the form; null where invoices by e-mail were not offered. */
  consent: shownText,
}

/** Of whoever is signed in: a bill in the hand changes no contact details. Problems name `phone`. */
const contactDetails = { ...envelope, phone: typed }

/** The forms for an account that this program has, one for each kind that can be filled in here; that of a visitor is in `contact.ts`. */
export const filingForm = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('question'), ...envelope, ...aboutTopic }),
  z.strictObject({ kind: z.literal('claim'), ...envelope, ...aboutTopic }),
  z.strictObject({ kind: z.literal('reading'), ...envelope, ...meterReading }),
  z.strictObject({ kind: z.literal('reconnection'), ...envelope, ...reconnection }),
  z.strictObject({ kind: z.literal('holderChange'), ...holderChange }),
  z.strictObject({ kind: z.literal('invoiceDelivery'), ...invoiceDelivery }),
  z.strictObject({ kind: z.literal('contactDetails'), ...contactDetails }),
])
export type FilingForm = z.infer<typeof filingForm>
export type FormKind = FilingForm['kind']
/** Those of a question or claim. */
export type TopicForm = Extract<FilingForm, { topicId: string }>
