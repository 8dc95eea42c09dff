import type { RegistrationRules } from '../contract/kiosk.ts'
import { readAccountNumber } from './accountNumber.ts'
import { readHolderDocument, type TypedHolder } from './holderFields.ts'
import { readInvoiceNumber } from './invoiceNumber.ts'
import { passwordProblem } from './password.ts'
import { readRequiredEmail, type Read } from './typedFields.ts'
import { onOneLine, readName, saysSomething } from './typedLine.ts'

/** What somebody typed to register; what was not asked, not chosen or not typed is empty. */
export interface TypedRegistration extends Omit<TypedHolder, 'phone' | 'effectiveOn'> {
  accountNumber: string
  contractNumber: string
  invoiceNumber: string
  meterNumber: string
  userName: string
  emailAgain: string
  password: string
  /** null: it was in clear, so that one reads it instead of typing it twice. */
  passwordAgain: string | null
  acceptsNotice: boolean
  acceptsTerms: boolean
}

interface Rules {
  registration: RegistrationRules
  account: { pattern: string | null }
  invoice: { pattern: string | null }
}

/** Which texts have to be accepted: those that the zone publishes. */
interface Published {
  notice: boolean
  terms: boolean
}

const unasked: Read<string> = { value: '' }
const USER_NAME = /^[A-Za-z0-9]{6,25}$/u
const LONGEST_PRINTED = 40

/** Understands each field, for the page and for the main process alike. What is not asked with the zone's proof, or of this kind of holder, is empty. */
export function readRegistration(form: TypedRegistration, { registration, account, invoice }: Rules, published: Published) {
  const { proof, passwordAtOnce, documents, password } = registration
  const isCompany = form.holderKind === 'company'
  const names = (asked: boolean, typed: string, required = true): Read<string> => (asked ? readName(typed, required) : unasked)
  const document = proof === 'document' ? readHolderDocument(form, documents[form.holderKind]) : { documentType: unasked, documentNumber: unasked }
  return {
    accountNumber: readNumber(form.accountNumber, (typed) => readAccountNumber(typed, account.pattern)),
    invoiceNumber: proof === 'invoice' ? readNumber(form.invoiceNumber, (typed) => readInvoiceNumber(typed, invoice.pattern)) : unasked,
    contractNumber: proof === 'document' ? readPrinted(form.contractNumber) : unasked,
    meterNumber: proof === 'meter' ? readPrinted(form.meterNumber) : unasked,
    givenNames: names(proof === 'document' && !isCompany, form.givenNames),
    familyName: names(proof === 'meter' && !isCompany, form.familyName),
    secondFamilyName: names(proof === 'meter' && !isCompany, form.secondFamilyName, false),
    companyName: names(proof !== 'invoice' && isCompany, form.companyName),
    ...document,
    userName: readUserName(form.userName),
    email: readRequiredEmail(form.email),
    emailAgain: readAgain(form.emailAgain.trim().toLowerCase(), form.email.trim().toLowerCase()),
    password: passwordAtOnce ? readPassword(form.password, passwordProblem(form.password, password)) : unasked,
    passwordAgain: passwordAtOnce && form.passwordAgain !== null ? readAgain(form.passwordAgain, form.password) : unasked,
    acceptsNotice: readTick(published.notice, form.acceptsNotice),
    acceptsTerms: readTick(published.terms, form.acceptsTerms),
  } satisfies Record<string, Read<string>>
}

type Reading = { ok: true } | { ok: false; problem: Extract<Read<string>, { problem: unknown }>['problem'] }
/** As it was typed, without what cannot be seen: the utility understands its own numbers. */
function readNumber(typed: string, read: (typed: string) => Reading): Read<string> {
  const reading = read(typed)
  return reading.ok ? { value: onOneLine(typed) } : { problem: reading.problem }
}

/** Of a contract or a meter: as it is printed there, in capitals. */
function readPrinted(typed: string): Read<string> {
  const number = onOneLine(typed).toUpperCase()
  if (number === '') return { problem: 'empty' }
  if (number.length > LONGEST_PRINTED) return { problem: 'too-long' }
  return saysSomething(number) ? { value: number } : { problem: 'bad-characters' }
}

/** Nobody has to have one: the login is the e-mail. */
function readUserName(typed: string): Read<string> {
  const name = typed.trim()
  return name === '' || USER_NAME.test(name) ? { value: name } : { problem: 'bad-user-name' }
}

const readPassword = (typed: string, problem: ReturnType<typeof passwordProblem>): Read<string> => (problem ? { problem } : { value: typed })

function readAgain(again: string, first: string): Read<string> {
  if (again === '') return { problem: 'empty' }
  return again.normalize('NFC') === first.normalize('NFC') ? { value: again } : { problem: 'not-repeated' }
}

const readTick = (asked: boolean, ticked: boolean): Read<string> => (asked && !ticked ? { problem: 'not-accepted' } : unasked)
