import type { Holder } from '../utility-api/generated/types.gen.ts'
import { readDate } from './typedDate.ts'
import { readRequiredEmail, readRequiredPhone, type Read } from './typedFields.ts'
import { onOneLine, readName, saysSomething } from './typedLine.ts'

/** The contract names no limit; no document's number is longer. */
export const LONGEST_DOCUMENT = 40

export type HolderKind = Holder['kind']

/** A new holder as typed; what was not chosen or not typed is empty. */
export interface TypedHolder {
  holderKind: HolderKind
  givenNames: string
  familyName: string
  secondFamilyName: string
  companyName: string
  documentType: string
  documentNumber: string
  email: string
  phone: string
  effectiveOn: string
}

interface Known {
  /** Those that the zone has for this kind of holder. */
  documents: readonly string[]
  /** By the zone's own date. */
  today: string
  /** The account's, for dates. */
  locale: string
}

/** Understands each field, for the page and for the main process alike. What is not asked of this kind of holder is empty. */
export function readHolder(form: TypedHolder, { documents, today, locale }: Known) {
  const isCompany = form.holderKind === 'company'
  const ofPerson = (typed: string, required: boolean): Read<string> => (isCompany ? { value: '' } : readName(typed, required))
  return {
    givenNames: ofPerson(form.givenNames, true),
    familyName: ofPerson(form.familyName, true),
    // Not everybody has a second one.
    secondFamilyName: ofPerson(form.secondFamilyName, false),
    companyName: isCompany ? readName(form.companyName) : { value: '' },
    ...readHolderDocument(form, documents),
    email: readRequiredEmail(form.email),
    phone: readRequiredPhone(form.phone),
    effectiveOn: readFirstDay(form.effectiveOn, today, locale),
  } satisfies Record<string, Read<string>>
}

/** @param documents those that the zone has for this kind of holder */
export const readHolderDocument = (form: Pick<TypedHolder, 'documentType' | 'documentNumber'>, documents: readonly string[]) => ({
  documentType: readDocumentType(form.documentType, documents),
  documentNumber: readDocumentNumber(form.documentNumber),
})

function readDocumentType(chosen: string, documents: readonly string[]): Read<string> {
  if (chosen === '') return { problem: 'empty' }
  return documents.includes(chosen) ? { value: chosen } : { problem: 'unknown-document' }
}

/** In capitals, as documents print them; whether it is right is the utility's to say. */
function readDocumentNumber(typed: string): Read<string> {
  const number = onOneLine(typed).toUpperCase()
  if (number === '') return { problem: 'empty' }
  if (number.length > LONGEST_DOCUMENT) return { problem: 'too-long' }
  return saysSomething(number) && /^[\p{L}\p{N} .&/-]+$/u.test(number) ? { value: number } : { problem: 'bad-characters' }
}

/** More than a year ahead: most likely a year that was mistyped. To be looked at once more; which days it takes is the utility's to say. */
export const isFarOff = (day: string, today: string): boolean => day > `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`

function readFirstDay(typed: string, today: string, locale: string): Read<string> {
  if (typed.trim() === '') return { problem: 'empty' }
  const day = readDate(typed, locale, true)
  if (day === null) return { problem: 'not-a-date' }
  return day < today ? { problem: 'date-past', day: today } : { value: day }
}
