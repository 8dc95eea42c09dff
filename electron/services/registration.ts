import { randomUUID } from 'node:crypto'
import type { AnswerOf, HandlersOf } from '../../shared/contract/index.ts'
import type { RegistrationForm } from '../../shared/contract/registration.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import { readRegistration } from '../../shared/domain/registrationFields.ts'
import { asPassword } from '../../shared/domain/password.ts'
import { invalidFields, valueOf } from '../../shared/domain/typedFields.ts'
import { localeOf } from '../../shared/domain/zoneLocale.ts'
import type { Registration, Zone } from '../../shared/utility-api/generated/types.gen.ts'
import type { RegistrationStanding } from '../api/customers.ts'
import type { ApiOutcome } from '../api/outcome.ts'
import { findLegalText, isInForce } from '../cache/queries/legalTexts.ts'
import { findZone } from '../cache/queries/zones.ts'
import type { ReadableDb } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import { guessableProblem } from '../customers/guessable.ts'
import { reachOffice, type OfficeParts } from '../customers/office.ts'
import type { OfficeAudit } from '../customers/officeAudit.ts'
import { officeProblem } from '../customers/officeFailure.ts'
import { createOfVisit, type OfVisit } from '../customers/ofVisit.ts'
import type { Pace } from '../customers/pace.ts'
import { beginRegistration, describeWaiting, mailedCode, type BegunRegistration } from '../customers/registrations.ts'
import { createTries, type Tries } from '../customers/tries.ts'
import type { Counter, Session } from '../session/counter.ts'
import { createGuessing, type GuessingParts } from './guessing.ts'
import { describeLegalText } from './privacyNotice.ts'
import { registrationRulesOf } from './registrationRules.ts'

export interface RegistrationParts extends OfficeParts, GuessingParts {
  db: ReadableDb
  audit: OfficeAudit
  counter: Pick<Counter, 'current' | 'whenOver'>
  registrations: OfVisit<BegunRegistration>
  pace: Record<'codes', Pace>
}

/** Under one key a registration is the same to the byte, with the instant at which its consents were given first. */
type Sendings = Tries<{ key: string; at: string }>

const asksForTerms = (zone: Zone): boolean => zone.registrationProof === 'meter'

/** Registration for the utility's online office, as far as its being sent. What proves an account is guessed no faster than at the look-up. */
export function createRegistrationService(parts: RegistrationParts) {
  const { db, counter } = parts
  const sendings = createOfVisit<Sendings>(counter)
  return {
    'registration.texts': ({ zoneId, language }) => findTexts(db, zoneId, language),

    'registration.send': (form) => send(parts, sendings, form),
  } satisfies Pick<HandlersOf<'registration'>, 'registration.texts' | 'registration.send'>
}

/** A consent given a moment later is the same registration. */
function asSent(clock: Clock, sendings: OfVisit<Sendings>, visit: string, body: Unsent): { key: string; body: Registration } {
  const own = sendings.get() ?? createTries(() => ({ key: randomUUID(), at: new Date(clock.now()).toISOString() }))
  sendings.set(visit, own)
  const { key, at } = own(JSON.stringify(body))
  return { key, body: { ...body, consents: body.consents.map((consent) => ({ ...consent, at })) } }
}

async function send(parts: RegistrationParts, sendings: OfVisit<Sendings>, form: RegistrationForm): Promise<Result<AnswerOf<'registration.send'>>> {
  // Whoever is there when everything is answered may be another.
  const visit = parts.counter.current()
  const refusal = createGuessing(parts).refusal()
  if (refusal) return failure(refusal)
  const read = await readForm(parts, form)
  if (!read.ok) return read
  const office = reachOffice(parts)
  if (!office.ok) return office
  const { body, key } = asSent(parts.clock, sendings, visit.id, read.value.body)
  return parts.pace.codes(async () => note(parts, visit, read.value, await office.value.register(body, key)))
}

function note(
  parts: RegistrationParts,
  visit: Session,
  { body, known }: ReadForm,
  outcome: ApiOutcome<RegistrationStanding>,
): Result<AnswerOf<'registration.send'>> {
  const { clock, audit, throttle, registrations } = parts
  if (!outcome.ok) {
    const told = officeProblem(outcome)
    if (told.code === 'proof-refused') throttle.missed()
    return failure(told)
  }
  throttle.matched()
  const { registrationId, status, codeLength } = outcome.value
  audit.note(visit.person, 'customer.registered', status)
  if (status === 'active') return success({ waiting: null })
  const begun = beginRegistration({ registrationId, zoneId: body.zoneId, known, codeLength, sentAt: clock.elapsed(), sent: mailedCode(outcome.value) })
  registrations.set(visit.id, begun)
  return success({ waiting: describeWaiting(begun.begunId, outcome.value) })
}

/** Problems: not-found. */
function findTexts(db: ReadableDb, zoneId: string, language: string): Result<AnswerOf<'registration.texts'>> {
  const zone = findZone(db, zoneId)
  if (!zone) return failure({ code: 'not-found' })
  const find = (kind: 'privacyNotice' | 'terms' | 'registrationGuide') => {
    const text = findLegalText(db, { kind, locales: [language, localeOf(zone)], zoneId })
    return text && describeLegalText(text)
  }
  return success({ notice: find('privacyNotice'), terms: asksForTerms(zone) ? find('terms') : null, guide: find('registrationGuide') })
}

/** Before it is known when it is sent. */
type Unsent = Omit<Registration, 'consents'> & { consents: Omit<Registration['consents'][number], 'at'>[] }

interface ReadForm {
  body: Unsent
  /** What a password may not be made of. */
  known: string[]
}

/** Problems: invalid-fields, notice-changed. */
async function readForm({ db }: Pick<RegistrationParts, 'db'>, form: RegistrationForm): Promise<Result<ReadForm>> {
  const zone = findZone(db, form.zoneId)
  if (!zone) return failure({ code: 'invalid-fields', fields: [{ field: 'zoneId', problem: 'unknown-zone' }] })
  const registration = registrationRulesOf(zone)
  const { account, invoice } = zone.identifiers ?? {}
  const rules = { registration, account: { pattern: account?.pattern ?? null }, invoice: { pattern: invoice?.pattern ?? null } }
  const asked = { notice: !isInForce(db, 'privacyNotice', zone.id, null), terms: asksForTerms(zone) && !isInForce(db, 'terms', zone.id, null) }
  const fields = readRegistration(form, rules, asked)
  const wrong = invalidFields(fields)
  if (wrong) return failure(wrong)
  const known = [valueOf(fields.email), valueOf(fields.userName), valueOf(fields.accountNumber), zone.company, valueOf(fields.companyName)].filter(Boolean)
  const password = valueOf(fields.password)
  const guessable = password === '' ? null : await guessableProblem(password, known)
  if (guessable) return failure({ code: 'invalid-fields', fields: [{ field: 'password', problem: guessable }] })
  const isCurrent = isInForce(db, 'privacyNotice', zone.id, form.notice) && (!asked.terms || isInForce(db, 'terms', zone.id, form.terms))
  if (!isCurrent) return failure({ code: 'notice-changed' })
  return success({ body: bodyOf(form, fields), known })
}

function bodyOf(form: RegistrationForm, fields: ReturnType<typeof readRegistration>): Unsent {
  const { zoneId, holderKind, notice, terms } = form
  const { emailAgain: _again, passwordAgain: _repeated, acceptsNotice: _notice, acceptsTerms: _terms, email, accountNumber, password, ...rest } = fields
  const given = Object.entries(rest).flatMap(([field, read]) => (valueOf(read) === '' ? [] : [[field, valueOf(read)] as const]))
  const consents = [notice, terms].flatMap((text) => (text ? [{ legalTextId: text.id, version: text.version }] : []))
  const secret = valueOf(password) === '' ? {} : { password: asPassword(valueOf(password)) }
  return { zoneId, holderKind, accountNumber: valueOf(accountNumber), email: valueOf(email), ...Object.fromEntries(given), ...secret, consents }
}
