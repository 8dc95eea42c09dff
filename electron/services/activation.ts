import type { HandlersOf, RequestOf } from '../../shared/contract/index.ts'
import type { WaitingRegistration } from '../../shared/contract/registration.ts'
import { readMailCode } from '../../shared/domain/mailCode.ts'
import { asPassword, passwordRule } from '../../shared/domain/password.ts'
import { problemsOf, readRequiredEmail, valueOf } from '../../shared/domain/typedFields.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { ApiClient } from '../api/client.ts'
import type { RegistrationStanding } from '../api/customers.ts'
import type { ApiOutcome } from '../api/outcome.ts'
import { findZone } from '../cache/queries/zones.ts'
import type { ReadableDb } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import { wrongPassword } from '../customers/chosenPassword.ts'
import { reachOffice, type OfficeParts } from '../customers/office.ts'
import type { OfficeAudit } from '../customers/officeAudit.ts'
import { isAnswerLost, officeProblem, orGone } from '../customers/officeFailure.ts'
import type { OfVisit } from '../customers/ofVisit.ts'
import type { Pace } from '../customers/pace.ts'
import { describeWaiting, mailedCode, type BegunRegistration } from '../customers/registrations.ts'
import type { Counter } from '../session/counter.ts'

/** Milliseconds between one code and the next that is asked for here. */
const BETWEEN_CODES = 30_000

export interface ActivationParts extends OfficeParts {
  db: ReadableDb
  clock: Clock
  audit: OfficeAudit
  counter: Pick<Counter, 'current'>
  registrations: OfVisit<BegunRegistration>
  pace: Record<'codes' | 'tries' | 'looks', Pace>
}

type Answered<T> = Promise<Result<T>>

/** Asks the utility about a registration. Problems: not-found where the visit has none, and those of the utility. */
async function ask<T>(
  parts: ActivationParts,
  begun: BegunRegistration | null,
  work: (office: ApiClient['customers'], id: string) => Promise<ApiOutcome<T>>,
): Answered<T> {
  if (!begun) return failure({ code: 'not-found' })
  const office = reachOffice(parts)
  if (!office.ok) return office
  const outcome = await work(office.value, begun.registrationId)
  return outcome.ok ? success(outcome.value) : failure(officeProblem(outcome))
}

/** Calls by which a code goes out. */
function createCodes(parts: ActivationParts) {
  const { clock, counter, registrations, pace } = parts
  return {
    /** Seconds until another may be asked for. */
    wait: (): number => Math.ceil(((registrations.get()?.sentAt ?? -BETWEEN_CODES) + BETWEEN_CODES - clock.elapsed()) / 1000),
    /** @param email another address that it goes to */
    send: (work: (office: ApiClient['customers'], id: string) => Promise<ApiOutcome<RegistrationStanding>>, email?: string): Answered<WaitingRegistration> =>
      pace.codes(async () => {
        const visit = counter.current().id
        const begun = registrations.get()
        if (!begun) return failure({ code: 'not-found' })
        const note = (change: Partial<BegunRegistration>): void => registrations.set(visit, { ...(registrations.get() ?? begun), ...change })
        const answer = await ask(parts, begun, async (office, id) => {
          const outcome = await work(office, id)
          // It may be on its way also where the answer was lost.
          if (outcome.ok || isAnswerLost(outcome)) note({ sentAt: clock.elapsed() })
          return outcome
        })
        if (!answer.ok) return answer
        const { codeLength } = answer.value
        note({ codeLength, sent: mailedCode(answer.value), known: email === undefined ? begun.known : [...begun.known, email] })
        return success(describeWaiting(begun.begunId, answer.value))
      }),
  }
}

/** The registration of this visit, from the code on its way to the account that is active: here, or on the customer's own phone. */
export function createActivationService(parts: ActivationParts) {
  const { registrations, pace } = parts
  const codes = createCodes(parts)
  return {
    'registration.state': () =>
      pace.looks(async () => {
        const answer = await ask(parts, registrations.get(), (office, id) => office.getRegistration(id))
        return answer.ok ? success({ status: answer.value.status }) : answer
      }),
    'registration.sendAgain': async () => {
      const wait = codes.wait()
      return wait > 0 ? failure({ code: 'office-throttled', retryAfterSeconds: wait }) : codes.send((office, id) => office.sendCodeAgain(id))
    },
    'registration.changeEmail': async ({ email: typed }) => {
      const email = readRequiredEmail(typed)
      if ('problem' in email) return failure({ code: 'invalid-fields', fields: [{ field: 'email', problem: email.problem }] })
      return codes.send((office, id) => office.changeEmail(id, email.value), email.value)
    },
    'registration.activate': (typed) => activate(parts, typed),
  } satisfies Omit<HandlersOf<'registration'>, 'registration.texts' | 'registration.send'>
}

async function activate(parts: ActivationParts, typed: RequestOf<'registration.activate'>): Answered<Record<string, never>> {
  const { db, audit, counter, registrations, pace } = parts
  const visit = counter.current()
  const begun = registrations.get()
  if (!begun) return failure({ code: 'not-found' })
  const code = readMailCode(typed.code, begun.codeLength)
  const rule = passwordRule(findZone(db, begun.zoneId)?.password)
  const fields = [...problemsOf({ code }), ...(await wrongPassword(typed, rule, begun.known))]
  if (fields.length > 0) return failure({ code: 'invalid-fields', fields })
  const chosen = { code: valueOf(code), password: asPassword(typed.password) }
  return pace.tries(async () => {
    const answer = await ask(parts, begun, async (office, id) => {
      const outcome = await office.activate(id, { ...chosen, key: begun.keyOf(chosen.code, chosen.password) })
      registrations.set(visit.id, { ...(registrations.get() ?? begun), unanswered: isAnswerLost(outcome) })
      return orGone(outcome)
    })
    // A code that was taken by the try that was not answered is good for no other: its password is the one.
    const isUnsure = !answer.ok && answer.problem.code === 'code-expired' && begun.unanswered
    const told: Result<Record<string, never>> = isUnsure ? failure({ code: 'change-unsure' }) : answer.ok ? success({}) : answer
    audit.note(visit.person, 'customer.activated', told.ok ? 'active' : told.problem.code)
    return told
  })
}
