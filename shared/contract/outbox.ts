import { z } from 'zod'
import { conventions } from './account.ts'
import { contactTopic, typedMessage } from './contact.ts'
import { call, heardBy } from './define.ts'
import { aboutTopic, filedKind, meterReading, reconnection, typed } from './filings.ts'
import { topic } from './requests.ts'
import { identifier, instant, money } from './values.ts'

/** How far a command has come. `refused`: the utility will never take it as it is. */
export const commandState = z.enum(['pending', 'delivered', 'refused'])
export type CommandState = z.infer<typeof commandState>

const named = z.object({ commandId: identifier, folio: z.string() })

/** What staff made of a refused command. */
export const settled = z.discriminatedUnion('how', [
  z.object({ how: z.literal('corrected'), at: instant, by: named }),
  z.object({ how: z.literal('closed'), at: instant, reason: z.string() }),
])

/** Something that this kiosk filed, as a row of *Buzón de salida*. */
export const filedCommand = z.object({
  ...named.shape,
  kind: filedKind,
  filedAt: instant,
  state: commandState,
  /** The utility's own number. */
  utilityFolio: z.string().nullable(),
  /** Of what was refused: as the utility's problem has it. */
  refusal: z.object({ code: z.string(), detail: z.string() }).nullable(),
  /** Null for what nobody has seen to, or nobody must. */
  settled: settled.nullable(),
})
export type FiledCommand = z.infer<typeof filedCommand>

/** What is typed of a correction, for each kind that can be corrected here. Problems name the fields of its form. */
export const correctionForm = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('question'), ...aboutTopic }),
  z.strictObject({ kind: z.literal('claim'), ...aboutTopic }),
  z.strictObject({ kind: z.literal('reading'), ...meterReading }),
  z.strictObject({ kind: z.literal('reconnection'), ...reconnection }),
  z.strictObject({ kind: z.literal('contact'), ...typedMessage }),
])
export type CorrectionForm = z.infer<typeof correctionForm>

/** Something that a customer gave with it, as the paper of their zone writes it. */
export const writtenFact = z.object({
  name: z.enum([
    ...['account', 'topic', 'addsTo', 'invoice', 'accountNumber', 'contactName', 'reading', 'disputed', 'meter', 'takenOn', 'reason', 'newHolder'],
    ...['effectiveOn', 'delivery', 'changes', 'email', 'phone'],
  ] as const),
  value: z.string(),
})
export type WrittenFact = z.infer<typeof writtenFact>

/** Why a refused command cannot be corrected here: by its kind, because its account is gone, or because its bytes are no command any more. */
export const uncorrectable = z.enum(['holderChange', 'invoiceDelivery', 'contactDetails', 'account', 'unreadable'])

export const openedCommand = filedCommand.extend({
  facts: z.array(writtenFact),
  /** In the customer's words; empty where the kind has none. */
  text: z.string(),
  /** What it was filed in the place of. */
  corrects: named.nullable(),
  /** Null where it can be corrected, or there is nothing to correct. */
  uncorrectable: uncorrectable.nullable(),
})
export type OpenedCommand = z.infer<typeof openedCommand>

/** What a correction is filled in with. */
export const correction = z.object({
  ...named.shape,
  refusal: filedCommand.shape.refusal,
  /** As it was filed. */
  form: correctionForm,
  conventions: conventions.nullable(),
  /** Of a question or claim. */
  topics: z.array(topic),
  /** Of a message. */
  contactTopics: z.array(contactTopic),
  /** The account's, newest first. */
  invoices: z.array(z.object({ id: identifier, number: z.string(), total: money })),
})
export type Correction = z.infer<typeof correction>

const byId = z.strictObject({ commandId: identifier })

/** What this kiosk filed, for those who serve customers, whoever filed it. */
export const outboxCalls = heardBy('serving', {
  /** So many of a state, newest first, before that one; `more` says whether older ones are left. */
  'outbox.list': call(
    z.strictObject({ state: commandState, before: identifier.nullable() }),
    z.object({
      /** `refused`: those that still want somebody. */
      counts: z.object({ pending: z.int(), delivered: z.int(), refused: z.int() }),
      oldestPendingAt: instant.nullable(),
      commands: z.array(filedCommand),
      more: z.boolean(),
    }),
  ),
  /** By the folio of the receipt, as it is typed. Problems: invalid-fields (`folio`), no-such-folio. */
  'outbox.find': call(z.strictObject({ folio: z.string().max(100) }), named),
  'outbox.open': call(byId, openedCommand),
  /** Problems: not-found, not-refused, settled-already, not-correctable, account-withdrawn. */
  'outbox.correction': call(byId, correction),
  /** A new command in the place of a refused one: on the disk, with its folio, when this answers. Problems as above, and those of `requests.file`. */
  'outbox.correct': call(byId.extend({ formId: z.uuid(), form: correctionForm }), named),
  /** Nothing is filed in its place. Problems: invalid-fields (`note`), not-found, not-refused, settled-already, cannot-store. */
  'outbox.close': call(byId.extend({ note: typed }), named),
})
