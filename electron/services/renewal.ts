import type { HandlersOf } from '../../shared/contract/index.ts'
import { asPassword, passwordProblem, passwordRule } from '../../shared/domain/password.ts'
import { failure, success } from '../../shared/result.ts'
import type { Audit } from '../audit/audit.ts'
import type { WritableDb } from '../cache/db.ts'
import { inTransaction } from '../cache/transaction.ts'
import { guessableProblem } from '../customers/guessable.ts'
import { reachOffice, type OfficeParts } from '../customers/office.ts'
import { officeProblem } from '../customers/officeFailure.ts'
import type { Renewals } from '../customers/renewals.ts'
import { auditName } from '../session/actor.ts'
import type { Counter } from '../session/counter.ts'
import { actorOf } from '../session/person.ts'
import { homeZone } from './servedZones.ts'

export interface RenewalParts extends OfficeParts {
  db: WritableDb
  audit: Audit
  counter: Pick<Counter, 'current'>
  renewals: Renewals
}

/** A new password by a code that came by e-mail, for whoever forgot it or has one of the former portal. Nothing of either is kept. */
export function createRenewalService(parts: RenewalParts) {
  const { db, audit, counter, renewals } = parts
  const record = (what: 'customer.renewalAsked' | 'customer.passwordRenewed', outcome: string): void =>
    inTransaction(db, () => audit.record({ who: auditName(actorOf(counter.current().person)), what, subject: {}, outcome }))

  return {
    'signIn.askForRenewal': async ({ login: typed }) => {
      const login = typed.normalize('NFC').trim()
      const office = reachOffice(parts, login)
      if (!office.ok) return office
      const visit = counter.current().id
      const outcome = await office.value.askForRenewal(login)
      if (!outcome.ok) return failure(officeProblem(outcome))
      record('customer.renewalAsked', 'asked')
      return success(renewals.begin(visit, outcome.value))
    },

    'signIn.renew': async ({ code: typed, password }) => {
      const renewal = renewals.current()
      if (!renewal) return failure({ code: 'code-expired' })
      const office = reachOffice(parts)
      if (!office.ok) return office
      const zone = homeZone(db)
      const problem = passwordProblem(password, passwordRule(zone?.password)) ?? (await guessableProblem(password, zone ? [zone.company] : []))
      if (problem) return failure({ code: 'invalid-fields', fields: [{ field: 'password', problem }] })
      const chosen = { code: typed.replace(/\s/gu, ''), password: asPassword(password) }
      const outcome = await office.value.renew(renewal.renewalId, { ...chosen, key: renewal.keyOf(chosen.code, chosen.password) })
      if (!outcome.ok) {
        const told = officeProblem(outcome)
        record('customer.passwordRenewed', told.code)
        return failure(told)
      }
      renewals.forget()
      record('customer.passwordRenewed', 'renewed')
      return success({})
    },
  } satisfies Pick<HandlersOf<'signIn'>, 'signIn.askForRenewal' | 'signIn.renew'>
}
