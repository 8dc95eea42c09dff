import { readEmail } from '../../../shared/domain/email.ts'
import type { Account, RegistrationState } from '../../../shared/utility-api/generated/types.gen.ts'
import { activate, type Activation, registrationExpired } from './activation.ts'
import { foldLogin } from './customers.ts'
import { createLimit, type Limit } from './limit.ts'
import { MINUTE, type OfficeParts, type Visit } from './officeParts.ts'
import { done, type Outcome, refused, tooMany } from './outcome.ts'
import { customerOf, linkOf, newRegistration, type PendingRegistration, stateOf, statusOf } from './pendingRegistration.ts'
import { provenAccount } from './proof.ts'
import { type ReadRegistration, readRegistration, wrongFields } from './registrationForm.ts'

/** Registrations from their proof to their activation. */
export interface Registrations {
  register(bytes: Buffer, visit: Visit): Promise<Outcome<RegistrationState>>
  find(id: string): PendingRegistration | null
  /** The one that an activation link is for. */
  byLink(token: string): PendingRegistration | null
  changeEmail(registration: PendingRegistration, email: string): Outcome<RegistrationState>
  sendCode(registration: PendingRegistration): Outcome<RegistrationState>
  activate(registration: PendingRegistration, activation: Activation): Promise<Outcome<null>>
  expireCodes(): void
}

interface Limits {
  /** Of proofs that were refused, for each account. */
  proofs: Limit
  /** Of codes sent again, for each registration. */
  codes: Limit
  /** Of mails, for each address, whether or not it is registered. */
  mails: Limit
}

const createLimits = (clock: OfficeParts['clock']): Limits => ({
  proofs: createLimit(clock, { most: 5, milliseconds: 15 * MINUTE }),
  codes: createLimit(clock, { most: 5, milliseconds: 60 * MINUTE }),
  mails: createLimit(clock, { most: 10, milliseconds: 60 * MINUTE }),
})

export function createRegistrations(parts: OfficeParts): Registrations {
  const { clock, records, customers } = parts
  const registrations = new Map<string, PendingRegistration>()
  const limits = createLimits(clock)
  const all = (): PendingRegistration[] => [...registrations.values()]
  const isUserName = (name: string): boolean => customers.isUserName(name) || all().some((each) => isWaitingAs(each, name))

  return {
    async register(bytes, visit) {
      const read = readRegistration(bytes, records)
      if (!read.ok) return read
      const account = judgeProof(read.value, parts, limits)
      if (!account.ok) return account
      // Which names there are is told to nobody who has not proved an account.
      if (isUserName(read.value.form.userName ?? '')) return wrongFields([{ pointer: '/userName', detail: 'Este usuario ya existe. Elija otro.' }])
      const wait = limits.mails.take(foldLogin(read.value.form.email))
      if (wait > 0) return tooMany(wait)
      const registration = newRegistration({ ...read.value, account: account.value }, visit, parts)
      registrations.set(registration.id, registration)
      if (read.value.zone.passwordAtOnce) await activateAtOnce(registration, read.value.form.password ?? '', parts)
      else issueCode(registration, parts)
      return done(stateOf(registration, parts))
    },
    find: (id) => registrations.get(id) ?? null,
    byLink: (token) => all().find(({ linkToken }) => linkToken === token) ?? null,
    changeEmail(registration, typed) {
      const read = readEmail(typed)
      if (!read.ok) return wrongFields([{ pointer: '/email', detail: 'No es una dirección de correo.' }])
      return sendAnother(registration, read.email, parts, limits)
    },
    sendCode: (registration) => sendAnother(registration, registration.email, parts, limits),
    activate: (registration, activation) => activate(registration, activation, parts),
    expireCodes: () => all().forEach(({ codes }) => codes.expire()),
  }
}

/** To another address than before, what went to the old one is void. */
function sendAnother(registration: PendingRegistration, email: string, parts: OfficeParts, limits: Limits): Outcome<RegistrationState> {
  if (statusOf(registration) !== 'awaitingActivation') return registrationExpired
  const wait = limits.codes.take(registration.id) || limits.mails.take(foldLogin(email))
  if (wait > 0) return tooMany(wait)
  if (email !== registration.email) registration.codes.revoke()
  registration.email = email
  issueCode(registration, parts)
  return done(stateOf(registration, parts))
}

const isWaitingAs = (registration: PendingRegistration, name: string): boolean =>
  statusOf(registration) === 'awaitingActivation' && registration.userName !== null && foldLogin(registration.userName) === foldLogin(name)

function judgeProof({ form, zone }: ReadRegistration, { records }: OfficeParts, { proofs }: Limits): Outcome<Account> {
  const key = `${zone.id} ${form.accountNumber}`
  const wait = proofs.take(key)
  if (wait > 0) return tooMany(wait)
  const account = provenAccount(form, zone, records)
  if (!account) return refused(422, 'proof-refused', 'Los datos no corresponden a una cuenta')
  proofs.forget(key)
  return done(account)
}

/** To an address that is registered the mail says so, and carries no code; the answer is the same. */
function issueCode(registration: PendingRegistration, { customers, write, tellsMore }: OfficeParts): void {
  const { email: to, locale, zone, codes } = registration
  const code = codes.issue()
  if (customers.isRegistered(to)) return write({ occasion: 'alreadyRegistered', to, locale, zone })
  write({ occasion: 'activation', to, locale, zone, code, until: codes.goodUntil(), ...(tellsMore && { link: linkOf(registration) }) })
}

/** The same work and the same answer whether or not the address is registered. */
async function activateAtOnce(registration: PendingRegistration, password: string, { customers, passwords, write }: OfficeParts): Promise<void> {
  const { email: to, locale, zone } = registration
  const hash = await passwords.hash(password)
  registration.isActive = true
  if (customers.isRegistered(to)) return write({ occasion: 'alreadyRegistered', to, locale, zone })
  customers.add(customerOf(registration, hash))
  write({ occasion: 'active', to, locale, zone, email: to })
}
