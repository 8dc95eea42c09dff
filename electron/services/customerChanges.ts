import type { HandlersOf, RequestOf } from '../../shared/contract/index.ts'
import { readCustomerEmail } from '../../shared/domain/customerEmail.ts'
import { readMailCode } from '../../shared/domain/mailCode.ts'
import { asPassword, passwordRule } from '../../shared/domain/password.ts'
import type { Problem, ProblemCode } from '../../shared/problems.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { ApiClient } from '../api/client.ts'
import type { EmailChangeAsked, CustomerKey } from '../api/customers.ts'
import type { ApiOutcome } from '../api/outcome.ts'
import type { AccountReaders } from '../cache/accountReaders.ts'
import { findAccount } from '../cache/queries/accounts.ts'
import { wrongField, wrongPassword } from '../customers/chosenPassword.ts'
import type { CustomerKeys } from '../customers/customerKeys.ts'
import type { CustomerLogin, CustomerLogins } from '../customers/customerLogins.ts'
import { reachOffice, type OfficeParts } from '../customers/office.ts'
import type { OfficeAudit } from '../customers/officeAudit.ts'
import { isAnswerLost, officeProblem } from '../customers/officeFailure.ts'
import type { Pace } from '../customers/pace.ts'
import type { Counter } from '../session/counter.ts'
import type { Customer } from '../session/person.ts'
import type { SignInThrottle } from '../session/signInThrottle.ts'
import { zoneOf } from './servedZones.ts'

export interface CustomerChangeParts extends Omit<OfficeParts, 'wait'> {
  accounts: Pick<AccountReaders, 'of'>
  audit: OfficeAudit
  counter: Pick<Counter, 'current'>
  keys: Pick<CustomerKeys, 'of'>
  logins: CustomerLogins
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
function toldOf<T>(outcome: ApiOutcome<T>): Result<T> {
  if (outcome.ok) return success(outcome.value)
  if (outcome.failure === 'unauthorized') return failure({ code: 'utility-busy' })
  return failure(outcome.status === 401 ? { code: 'signed-out' } : officeProblem(outcome))
}

/** False once the visit is over, and once somebody else has signed in during it. */
const isStillThere = ({ keys }: CustomerChangeParts, { visit, key }: Caller): boolean => keys.of(visit) === key

/** Nothing is sent for whoever left while it was judged, and what they asked for is not answered to the next. */
function whileThere<T>(parts: CustomerChangeParts, caller: Caller, { pace, call }: { pace: Pace; call: () => Promise<Result<T>> }): Promise<Result<T>> {
  const gone = failure({ code: 'not-allowed' })
  return pace(async () => {
    if (!isStillThere(parts, caller)) return gone
    const answer = await call()
    return isStillThere(parts, caller) ? answer : gone
  })
}

/** Of who is there now: meanwhile another change may have been made. */
function amend(parts: CustomerChangeParts, caller: Caller, change: Partial<CustomerLogin>): void {
  const login = isStillThere(parts, caller) ? parts.logins.get() : null
  if (login) parts.logins.set(caller.visit, { ...login, ...change })
}

/** A wrong password counts as one at the sign-in. */
function countTry({ throttle }: CustomerChangeParts, { email }: CustomerLogin, told: Problem | null): void {
  if (told?.code === 'wrong-password') throttle.missed(email)
  if (!told) throttle.matched(email)
}

/**
 * What is told of a change that is made once: the utility need not take it again, so a second try that is refused may be of one that is made.
 * @param refusal how the utility refuses to make it twice
 */
function problemOfChange(
  parts: CustomerChangeParts,
  caller: Caller,
  outcome: ApiOutcome<null>,
  { what, refusal }: { what: NonNullable<CustomerLogin['unanswered']>; refusal: ProblemCode },
): Problem | null {
  const answer = toldOf(outcome)
  const told = answer.ok ? null : answer.problem
  amend(parts, caller, { unanswered: isAnswerLost(outcome) ? what : null })
  return told?.code === refusal && caller.login.unanswered === what ? { code: 'change-unsure' } : told
}

async function changePassword(parts: CustomerChangeParts, typed: RequestOf<'customerData.changePassword'>): Promise<Result<Record<string, never>>> {
  const { accounts, audit, pace } = parts
  const found = callerNow(parts)
  if (!found.ok) return found
  const caller = found.value
  const { office, key, customer, login } = caller
  const chosen = { current: asPassword(typed.current), password: asPassword(typed.password) }
  const isSame = chosen.current !== '' && chosen.current === chosen.password
  const zone = zoneOf(accounts, customer.accountIds[0] ?? null)
  const known = [login.email, login.name, zone?.company ?? '', ...customer.accountIds.map((id) => findAccount(accounts.of(id), id)?.number ?? '')]
  const fields = [
    ...wrongField('current', chosen.current === '' ? 'empty' : null),
    ...(isSame ? wrongField('password', 'as-today') : await wrongPassword(typed, passwordRule(zone?.password), known)),
  ]
  if (fields.length > 0) return failure({ code: 'invalid-fields', fields })
  const call = async (): Promise<Result<Record<string, never>>> => {
    const told = problemOfChange(parts, caller, await office.changePassword(key, chosen), { what: 'password', refusal: 'wrong-password' })
    countTry(parts, login, told)
    audit.note(customer, 'customer.passwordChanged', told?.code ?? 'changed')
    return told ? failure(told) : success({})
  }
  return whileThere(parts, caller, { pace: pace.tries, call })
}

async function askForEmail(parts: CustomerChangeParts, typed: RequestOf<'customerData.askForEmail'>) {
  const { audit, pace } = parts
  const found = callerNow(parts)
  if (!found.ok) return found
  const caller = found.value
  const { office, key, customer, login } = caller
  const email = readCustomerEmail(typed.email, login.email)
  const fields = [...('problem' in email ? wrongField('email', email.problem) : []), ...wrongField('password', typed.password === '' ? 'empty' : null)]
  if ('problem' in email || fields.length > 0) return failure({ code: 'invalid-fields', fields })
  const change = { email: email.value, password: asPassword(typed.password) }
  const call = async (): Promise<Result<EmailChangeAsked>> => {
    const answer = toldOf(await office.askForEmailChange(key, change))
    countTry(parts, login, answer.ok ? null : answer.problem)
    audit.note(customer, 'customer.emailChangeAsked', answer.ok ? 'asked' : answer.problem.code)
    if (answer.ok) amend(parts, caller, { asked: { email: change.email, codeLength: answer.value.codeLength } })
    return answer
  }
  return whileThere(parts, caller, { pace: pace.codes, call })
}

async function confirmEmail(parts: CustomerChangeParts, { code: typed }: RequestOf<'customerData.confirmEmail'>): Promise<Result<Record<string, never>>> {
  const { audit, pace } = parts
  const found = callerNow(parts)
  if (!found.ok) return found
  const caller = found.value
  const { office, key, customer, login } = caller
  if (login.asked === null) return failure({ code: 'code-expired' })
  const { email, codeLength } = login.asked
  const code = readMailCode(typed, codeLength)
  if ('problem' in code) return failure({ code: 'invalid-fields', fields: wrongField('code', code.problem) })
  const call = async (): Promise<Result<Record<string, never>>> => {
    const told = problemOfChange(parts, caller, await office.confirmEmailChange(key, code.value), { what: 'email', refusal: 'code-expired' })
    audit.note(customer, 'customer.emailChanged', told?.code ?? 'changed')
    if (told) return failure(told)
    amend(parts, caller, { email, asked: null })
    return success({})
  }
  return whileThere(parts, caller, { pace: pace.tries, call })
}
