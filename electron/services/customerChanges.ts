import type { HandlersOf, RequestOf } from '../../shared/contract/index.ts'
import { readCustomerEmail } from '../../shared/domain/customerEmail.ts'
import { readMailCode } from '../../shared/domain/mailCode.ts'
import { asPassword, passwordRule } from '../../shared/domain/password.ts'
import type { Problem, ProblemCode } from '../../shared/problems.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { ApiClient } from '../api/client.ts'
import type { CustomerKey } from '../api/customers.ts'
import type { ApiFailureKind, ApiOutcome } from '../api/outcome.ts'
import { findAccount } from '../cache/queries/accounts.ts'
import type { ReadableDb } from '../cache/db.ts'
import { wrongField, wrongPassword } from '../customers/chosenPassword.ts'
import type { CustomerKeys } from '../customers/customerKeys.ts'
import type { CustomerLogin, CustomerLogins } from '../customers/customerLogins.ts'
import { reachOffice, type OfficeParts } from '../customers/office.ts'
import type { OfficeAudit } from '../customers/officeAudit.ts'
import { officeProblem } from '../customers/officeFailure.ts'
import type { Pace } from '../customers/pace.ts'
import type { Counter } from '../session/counter.ts'
import type { Customer } from '../session/person.ts'
import type { SignInThrottle } from '../session/signInThrottle.ts'
import { zoneOf } from './servedZones.ts'

export interface CustomerChangeParts extends Omit<OfficeParts, 'wait'> {
  db: ReadableDb
  audit: OfficeAudit
  counter: Pick<Counter, 'current'>
  keys: Pick<CustomerKeys, 'of'>
  logins: CustomerLogins
  /** A wrong password here counts as one at the sign-in. */
  throttle: SignInThrottle
  /** Of what sends mails, and of tries. */
  pace: Record<'codes' | 'tries', Pace>
}

/** Whoever is signed in, and the utility as it can be asked under their secret. */
interface Caller {
  office: ApiClient['customers']
  key: CustomerKey
  customer: Customer
  login: CustomerLogin
  visit: string
}

/** What a customer changes at the utility's online office: at once or not at all. Passwords and codes are in these calls and nowhere else. */
export const createCustomerChanges = (parts: CustomerChangeParts) =>
  ({
    'customerData.changePassword': (typed) => changePassword(parts, typed),
    'customerData.askForEmail': (typed) => askForEmail(parts, typed),
    'customerData.confirmEmail': (typed) => confirmEmail(parts, typed),
  }) satisfies Omit<HandlersOf<'customerData'>, 'customerData.show'>

/** Problems: not-allowed, not-offered, and of `reachOffice`. */
function callerNow(parts: CustomerChangeParts): Result<Caller> {
  const { counter, keys, logins, throttle } = parts
  const { id: visit, person } = counter.current()
  if (person.kind !== 'customer') return failure({ code: 'not-allowed' })
  const [key, login] = [keys.of(visit), logins.get()]
  if (!key || !login) return failure({ code: 'not-offered' })
  const office = reachOffice({ ...parts, wait: throttle.remaining }, login.email)
  return office.ok ? success({ office: office.value, key, customer: person, login, visit }) : office
}

/** A 401 that is not of this kiosk's own token: the utility has ended the sign-in. */
function problemOf(outcome: ApiOutcome<unknown>): Problem | null {
  if (outcome.ok) return null
  if (outcome.failure === 'unauthorized') return { code: 'utility-busy' }
  return outcome.status === 401 ? { code: 'signed-out' } : officeProblem(outcome)
}

/** Of who is there now: meanwhile another change may have been made. */
function amend(logins: CustomerLogins, visit: string, change: Partial<CustomerLogin>): void {
  const login = logins.get()
  if (login) logins.set(visit, { ...login, ...change })
}

/** A wrong password counts as one at the sign-in. */
function countTry({ throttle }: CustomerChangeParts, { email }: CustomerLogin, told: Problem | null): void {
  if (told?.code === 'wrong-password') throttle.missed(email)
  if (!told) throttle.matched(email)
}

const LOST: readonly ApiFailureKind[] = ['unreachable', 'broken', 'not-an-answer', 'too-large']

/**
 * What is told of a change that is made once: the utility need not take it again, so a second try that is refused may be of one that is made.
 * @param refusal how the utility refuses to make it twice
 */
function problemOfChange(
  { logins }: CustomerChangeParts,
  { visit, login }: Caller,
  outcome: ApiOutcome<null>,
  { what, refusal }: { what: NonNullable<CustomerLogin['unanswered']>; refusal: ProblemCode },
): Problem | null {
  const told = problemOf(outcome)
  const isLost = !outcome.ok && LOST.includes(outcome.failure)
  amend(logins, visit, { unanswered: isLost ? what : null })
  return told?.code === refusal && login.unanswered === what ? { code: 'change-unsure' } : told
}

async function changePassword(parts: CustomerChangeParts, typed: RequestOf<'customerData.changePassword'>): Promise<Result<Record<string, never>>> {
  const { db, audit, pace } = parts
  const caller = callerNow(parts)
  if (!caller.ok) return caller
  const { office, key, customer, login, visit } = caller.value
  const chosen = { current: asPassword(typed.current), password: asPassword(typed.password) }
  const isSame = chosen.current !== '' && chosen.current === chosen.password
  const zone = zoneOf(db, customer.accountIds[0] ?? null)
  const known = [login.email, login.name, zone?.company ?? '', ...customer.accountIds.map((id) => findAccount(db, id)?.number ?? '')]
  const fields = [
    ...wrongField('current', chosen.current === '' ? 'empty' : null),
    ...(isSame ? wrongField('password', 'as-today') : await wrongPassword(typed, passwordRule(zone?.password), known)),
  ]
  if (fields.length > 0) return failure({ code: 'invalid-fields', fields })
  // Judging took a while, in which whoever typed it may have left.
  if (parts.keys.of(visit) !== key) return failure({ code: 'not-allowed' })
  return pace.tries(async () => {
    const told = problemOfChange(parts, caller.value, await office.changePassword(key, chosen), { what: 'password', refusal: 'wrong-password' })
    countTry(parts, login, told)
    audit.note(customer, 'customer.passwordChanged', told?.code ?? 'changed')
    return told ? failure(told) : success({})
  })
}

async function askForEmail(parts: CustomerChangeParts, typed: RequestOf<'customerData.askForEmail'>) {
  const { audit, logins, pace } = parts
  const caller = callerNow(parts)
  if (!caller.ok) return caller
  const { office, key, customer, login, visit } = caller.value
  const email = readCustomerEmail(typed.email, login.email)
  const fields = [...('problem' in email ? wrongField('email', email.problem) : []), ...wrongField('password', typed.password === '' ? 'empty' : null)]
  if ('problem' in email || fields.length > 0) return failure({ code: 'invalid-fields', fields })
  return pace.codes(async () => {
    const outcome = await office.askForEmailChange(key, { email: email.value, password: asPassword(typed.password) })
    const told = problemOf(outcome)
    countTry(parts, login, told)
    audit.note(customer, 'customer.emailChangeAsked', told?.code ?? 'asked')
    if (!outcome.ok) return failure(told ?? officeProblem(outcome))
    amend(logins, visit, { asked: { email: email.value, codeLength: outcome.value.codeLength } })
    return success(outcome.value)
  })
}

async function confirmEmail(parts: CustomerChangeParts, { code: typed }: RequestOf<'customerData.confirmEmail'>): Promise<Result<Record<string, never>>> {
  const { audit, logins, pace } = parts
  const caller = callerNow(parts)
  if (!caller.ok) return caller
  const { office, key, customer, login, visit } = caller.value
  if (login.asked === null) return failure({ code: 'code-expired' })
  const { email, codeLength } = login.asked
  const code = readMailCode(typed, codeLength)
  if ('problem' in code) return failure({ code: 'invalid-fields', fields: wrongField('code', code.problem) })
  return pace.tries(async () => {
    const told = problemOfChange(parts, caller.value, await office.confirmEmailChange(key, code.value), { what: 'email', refusal: 'code-expired' })
    audit.note(customer, 'customer.emailChanged', told?.code ?? 'changed')
    if (told) return failure(told)
    amend(logins, visit, { email, asked: null })
    return success({})
  })
}
