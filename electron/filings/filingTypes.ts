import type { FilingForm, FormKind } from '../../shared/contract/filings.ts'
import type { CorrectionForm } from '../../shared/contract/outbox.ts'
import { success, type Result } from '../../shared/result.ts'
import type { Command } from '../../shared/utility-api/generated/types.gen.ts'
import type { Message } from '../outbox/outbox.ts'
import type { Fact, FactWriter } from './facts.ts'
import type { CorrectableKind, FilingType, Forms, FormType, Payloads, FormParts, RefillParts } from './filingType.ts'
import { claim } from './types/claim.ts'
import { contact } from './types/contact.ts'
import { contactDetails } from './types/contactDetails.ts'
import { holderChange } from './types/holderChange.ts'
import { invoiceDelivery } from './types/invoiceDelivery.ts'
import { question } from './types/question.ts'
import { reading } from './types/reading.ts'
import { reconnection } from './types/reconnection.ts'

type FormTypes = { [K in FormKind]: FormType<K> }
type FilingTypes = { [K in keyof Payloads]: FilingType<K> }

const formTypes: FormTypes = { question, claim, reading, reconnection, holderChange, invoiceDelivery, contactDetails }
const filingTypes: FilingTypes = { ...formTypes, contact }

/** What a form says, ready to be filed. Problems: invalid-fields, and of the kind. */
export const readForm = (form: FilingForm, parts: FormParts): Result<Message> => readAs(form.kind, form, parts)

function readAs<K extends FormKind>(kind: K, form: Forms[K], parts: FormParts): Result<Message> {
  const payload = formType(kind).read(form, parts)
  if (!payload.ok) return payload
  const message = { kind, payload: payload.value }
  return success(message as Message)
}

const formType = <K extends FormKind>(kind: K): FormType<K> => formTypes[kind]

/** What the receipt says of a command beside its text. */
export const factsOf = ({ kind, payload }: Command, writer: FactWriter): Fact[] => facts(kind, payload, writer)

const facts = <K extends keyof Payloads>(kind: K, payload: Payloads[K], writer: FactWriter): Fact[] => filingType(kind).facts(payload, writer)

/** What the person wrote; empty where the kind has no text. */
export const textOf = ({ kind, payload }: Command): string => text(kind, payload)

const text = <K extends keyof Payloads>(kind: K, payload: Payloads[K]): string => filingType(kind).text(payload)

const filingType = <K extends keyof Payloads>(kind: K): FilingType<K> => filingTypes[kind]

/** A refused command as it was typed; null for a kind that only the customer can file anew. */
export const refillOf = ({ kind, payload }: Command, parts: RefillParts): CorrectionForm | null => refill(kind, payload, parts)

function refill<K extends keyof Payloads>(kind: K, payload: Payloads[K], parts: RefillParts): CorrectionForm | null {
  // The condition of its type is one that the compiler judges only of a kind that it knows.
  const fill = filingType(kind).refill as ((payload: Payloads[K], parts: RefillParts) => CorrectionForm) | null
  return fill?.(payload, parts) ?? null
}

/** Whether a clerk may correct what the utility refused of this kind. */
export const isCorrectable = (kind: keyof Payloads): kind is CorrectableKind => filingType(kind).refill !== null
