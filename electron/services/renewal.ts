import type { HandlersOf, RequestOf } from '../../shared/contract/index.ts'
import { readMailCode } from '../../shared/domain/mailCode.ts'
import { asPassword, passwordRule } from '../../shared/domain/password.ts'
import { problemsOf, valueOf } from '../../shared/domain/typedFields.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { ReadableDb } from '../cache/db.ts'
import { wrongPassword } from '../customers/chosenPassword.ts'
import { reachOffice, type OfficeParts } from '../customers/office.ts'
import type { OfficeAudit } from '../customers/officeAudit.ts'
import { officeProblem, orGone } from '../customers/officeFailure.ts'
import type { Pace } from '../customers/pace.ts'
import type { Renewals } from '../customers/renewals.ts'
import type { Counter } from '../session/counter.ts'
import { homeZone } from './servedZones.ts'

export interface RenewalParts extends OfficeParts {
  db: ReadableDb
  audit: OfficeAudit
  counter: Pick<Counter, 'current'>
  renewals: Renewals
  /** Of what sends mails, and of tries. */
  pace: Record<'codes' | 'tries', Pace>
}

/** A new password by a code that came by e-mail, for whoever forgot it or has one of the former portal. Nothing of either is kept. */
export function createRenewalService(parts: RenewalParts) {
  const { counter, audit, renewals, pace } = parts
  return {
    'signIn.askForRenewal': async ({ login: typed }) => {
      const login = typed.normalize('NFC').trim()
      const office = reachOffice(parts, login)
      if (!office.ok) return office
      const visit = counter.current()
      return pace.codes(async () => {
        const outcome = await office.value.askForRenewal(login)
        if (!outcome.ok) return failure(officeProblem(outcome))
        audit.note(visit.person, 'customer.renewalAsked', 'asked')
        return success(renewals.begin(visit.id, outcome.value))
      })
    },
    'signIn.renew': (typed) => renew(parts, typed),
  } satisfies Pick<HandlersOf<'signIn'>, 'signIn.askForRenewal' | 'signIn.renew'>
}

async function renew(parts: RenewalParts, { code: typed, password }: RequestOf<'signIn.renew'>): Promise<Result<Record<string, never>>> {
  const { db, audit, counter, renewals, pace } = parts
  const renewal = renewals.current()
  if (!renewal) return failure({ code: 'code-expired' })
  const visit = counter.current()
  const office = reachOffice(parts)
  if (!office.ok) return office
  const zone = homeZone(db)
  const code = readMailCode(typed, renewal.codeLength)
  const chosenWrong = await wrongPassword({ password, passwordAgain: null }, passwordRule(zone?.password), zone ? [zone.company] : [])
  const fields = [...problemsOf({ code }), ...chosenWrong]
  if (fields.length > 0) return failure({ code: 'invalid-fields', fields })
  const chosen = { code: valueOf(code), password: asPassword(password) }
  return pace.tries(async () => {
    const outcome = orGone(await office.value.renew(renewal.renewalId, { ...chosen, key: renewal.keyOf(chosen.code, chosen.password) }))
    const told = outcome.ok ? null : officeProblem(outcome)
    audit.note(visit.person, 'customer.passwordRenewed', told?.code ?? 'renewed')
    if (told) return failure(told)
    renewals.forget(visit.id)
    return success({})
  })
}
