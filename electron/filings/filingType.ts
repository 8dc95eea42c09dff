import type { FilingForm, FormKind } from '../../shared/contract/filings.ts'
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
}

/** What the main process knows of every kind of command; what both processes know is in `filingTraits` of the contract. */
export interface FilingType<K extends keyof Payloads> {
  /** What the receipt says of it beside its text. How to reach the person is not printed. */
  facts(payload: Payloads[K], writer: FactWriter): Fact[]
  /** What the person wrote; empty where the kind has no text. */
  text(payload: Payloads[K]): string
}

/** A kind that can be filled in here. */
export interface FormType<K extends FormKind> extends FilingType<K> {
  /** Turns what was typed into the payload. Problems: invalid-fields, with what is wrong field by field. */
  read(form: Forms[K], parts: FormParts): Result<Payloads[K]>
}
