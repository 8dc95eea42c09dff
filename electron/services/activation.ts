import type { HandlersOf } from '../../shared/contract/index.ts'
import type { WaitingRegistration } from '../../shared/contract/registration.ts'
import { asPassword, passwordProblem, passwordRule } from '../../shared/domain/password.ts'
import type { FieldProblem } from '../../shared/problems.ts'
import { readRequiredEmail } from '../../shared/domain/typedFields.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { ApiClient } from '../api/client.ts'
import type { RegistrationStanding } from '../api/customers.ts'
import type { ApiOutcome } from '../api/outcome.ts'
import type { Audit } from '../audit/audit.ts'
import { findZone } from '../cache/queries/zones.ts'
import { inTransaction } from '../cache/transaction.ts'
import type { WritableDb } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import { guessableProblem } from '../customers/guessable.ts'
import { reachOffice, type OfficeParts } from '../customers/office.ts'
import { officeProblem } from '../customers/officeFailure.ts'
import type { OfVisit } from '../customers/ofVisit.ts'
import { describeWaiting, type BegunRegistration } from '../customers/registrations.ts'
import { auditName } from '../session/actor.ts'
import type { Counter } from '../session/counter.ts'
import { actorOf } from '../session/person.ts'

/** Milliseconds between one code and the next that is asked for here. */
const BETWEEN_CODES = 30_000

export interface ActivationParts extends OfficeParts {
  db: WritableDb
  clock: Clock
  audit: Audit
  counter: Pick<Counter, 'current'>
  registrations: OfVisit<BegunRegistration>
}

/** Asks the utility about the registration of this visit. */
function createAsking(parts: ActivationParts) {
  const { clock, counter, registrations } = parts

  /** Problems: not-found, and those of the utility. */
  async function ask<T>(work: (office: ApiClient['customers'], begun: BegunRegistration) => Promise<ApiOutcome<T>>): Promise<Result<T>> {
    const begun = registrations.get()
    if (!begun) return failure({ code: 'not-found' })
    const office = reachOffice(parts)
    if (!office.ok) return office
    const outcome = await work(office.value, begun)
    return outcome.ok ? success(outcome.value) : failure(officeProblem(outcome))
  }
  /** A call by which a code goes out. */
  async function askForCode(work: Parameters<typeof ask<RegistrationStanding>>[0]): Promise<Result<WaitingRegistration>> {
    const visit = counter.current().id
    const answer = await ask(work)
    if (!answer.ok) return answer
    const begun = registrations.get()
    if (begun) registrations.set(visit, { ...begun, sentAt: clock.elapsed() })
    return success(describeWaiting(answer.value))
  }
  /** Seconds until another code may be asked for. */
  const waitForNext = (): number => Math.ceil(((registrations.get()?.sentAt ?? -BETWEEN_CODES) + BETWEEN_CODES - clock.elapsed()) / 1000)
  return { ask, askForCode, waitForNext }
}

/** The registration of this visit, from the code on its way to the account that is active: here, or on the customer's own phone. */
export function createActivationService(parts: ActivationParts) {
  const { db, audit, counter, registrations } = parts
  const { ask, askForCode, waitForNext } = createAsking(parts)

  return {
    'registration.state': async () => {
      const answer = await ask((office, { registrationId }) => office.getRegistration(registrationId))
      return answer.ok ? success({ status: answer.value.status }) : answer
    },
    'registration.sendAgain': async () => {
      const wait = waitForNext()
      if (wait > 0) return failure({ code: 'office-throttled', retryAfterSeconds: wait })
      return askForCode((office, { registrationId }) => office.sendCodeAgain(registrationId))
    },
    'registration.changeEmail': async ({ email: typed }) => {
      const email = readRequiredEmail(typed)
      if ('problem' in email) return failure({ code: 'invalid-fields', fields: [{ field: 'email', problem: email.problem }] })
      return askForCode((office, { registrationId }) => office.changeEmail(registrationId, email.value))
    },
    'registration.activate': async ({ code: typed, password, passwordAgain }) => {
      const begun = registrations.get()
      if (!begun) return failure({ code: 'not-found' })
      const code = typed.replace(/\s/gu, '')
      const fields = [...wrong('code', code === '' ? 'empty' : null), ...(await wrongPassword(db, begun, password, passwordAgain))]
      if (fields.length > 0) return failure({ code: 'invalid-fields', fields })
      const chosen = { code, password: asPassword(password) }
      const answer = await ask((office, { registrationId }) => office.activate(registrationId, { ...chosen, key: begun.keyOf(chosen.code, chosen.password) }))
      const outcome = answer.ok ? 'active' : answer.problem.code
      inTransaction(db, () => audit.record({ who: auditName(actorOf(counter.current().person)), what: 'customer.activated', subject: {}, outcome }))
      return answer.ok ? success({}) : answer
    },
  } satisfies Omit<HandlersOf<'registration'>, 'registration.texts' | 'registration.send'>
}

const wrong = (field: string, problem: FieldProblem | null) => (problem ? [{ field, problem }] : [])

async function wrongPassword(db: WritableDb, { zoneId, known }: BegunRegistration, password: string, again: string | null) {
  const problem = passwordProblem(password, passwordRule(findZone(db, zoneId)?.password)) ?? (await guessableProblem(password, known))
  const isOther = again !== null && asPassword(again) !== asPassword(password)
  return [...wrong('password', problem), ...wrong('passwordAgain', isOther ? 'not-repeated' : null)]
}
