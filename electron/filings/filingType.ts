import type { FilingForm, FormKind } from '../../shared/contract/filings.ts'
import type { CorrectionForm } from '../../shared/contract/outbox.ts'
import type { Result } from '../../shared/result.ts'
import type { Account, Command, Zone } from '../../shared/utility-api/generated/types.gen.ts'
import type { ReadableDb } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import type { Masking } from '../session/person.ts'
import type { Fact, FactWriter } from './facts.ts'

export type Payloads = { [C in Command as C['kind']]: C['payload'] }
export type Forms = { [K in FormKind]: Extract<FilingForm, { kind: K }> }

/** What a form is read with. */
export interface FormParts {
  db: ReadableDb
  clock: Clock
  /** For which it is filed. */
  account: Account
  zone: Zone
  /** How whoever files it sees the account: whoever reads it in full may say where its invoices go. */
  masking: Masking
  /** The account's, for numbers. */
  locale: string
  /** Finds the account's open claim by any of its folios; returns the folio to send, null where there is no such claim. */
  openClaim: (folio: string) => string | null
  /** In whose place it is filed, after the utility refused it. */
  corrected?: Command
}

/** What can be corrected here once the utility has refused it. */
export type CorrectableKind = CorrectionForm['kind']
export type Corrections = { [K in CorrectableKind]: Extract<CorrectionForm, { kind: K }> }
export type RefillParts = Pick<FormParts, 'db' | 'zone' | 'locale'>

/** What the main process knows of every kind of command; what both processes know is in `filingTraits` of the contract. */
export interface FilingType<K extends keyof Payloads> {
  /** What the receipt says of it beside its text. How to reach the person is not printed. */
  facts(payload: Payloads[K], writer: FactWriter): Fact[]
  /** What the person wrote; empty where the kind has no text. */
  text(payload: Payloads[K]): string
  /** The other way round: what was typed, for a clerk to correct. Null for a kind that only the customer can file anew. */
  refill: K extends CorrectableKind ? (payload: Payloads[K], parts: RefillParts) => Corrections[K] : null
}

/** A kind that can be filled in here. */
export interface FormType<K extends FormKind> extends FilingType<K> {
  /** Turns what was typed into the payload. Problems: invalid-fields, with what is wrong field by field. */
  read(form: Forms[K], parts: FormParts): Result<Payloads[K]>
}
