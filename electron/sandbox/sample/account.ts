import { checkDigitOf } from '../../../shared/domain/checkDigit.ts'
import type { Account } from '../../../shared/utility-api/generated/types.gen.ts'
import { addDays } from './calendar.ts'
import { type Customer, inventAddress, inventCustomer } from './holders.ts'
import { knownAccounts } from './known.ts'
import type { ZoneProfile } from './profile.ts'
import { type Chance, chanceFor, opaque } from './random.ts'
import { type Traits, traitsOf } from './traits.ts'
import { zoneProfiles } from './zones.ts'

const SEED = 4_098_991

/** An account of the sample before its bills: who, where, and the chance that the rest of its history is drawn from. */
export interface Subject {
  index: number
  today: string
  profile: ZoneProfile
  traits: Traits
  customer: Customer
  /** Its balance is not known before the bills are made. */
  account: Omit<Account, 'balance'>
  chance: Chance
}

export function profileOf(index: number): ZoneProfile {
  const profile = zoneProfiles[index % zoneProfiles.length]
  if (!profile) throw new Error('the sample has no zones')
  return profile
}

export const accountId = (index: number): string => opaque(`account ${index}`, 14)

/** Invents the account at a place in the sample. */
export function inventSubject(index: number, today: string): Subject {
  const profile = profileOf(index)
  const traits = traitsOf(index)
  const chance = chanceFor(profile.zone.locale ?? 'es-MX', SEED + index)
  const customer = inventCustomer(profile, chance, traits)
  const account: Subject['account'] = {
    id: accountId(index),
    zoneId: profile.zone.id,
    ...numberOf(index, profile, chance),
    contractNumber: `C${chance.string.numeric(9)}`,
    status: traits.closed ? 'closed' : traits.standing === 'suspended' ? 'suspended' : 'active',
    holder: customer.holder,
    supplyAddress: inventAddress(profile, chance),
    meterNumber: chance.string.alpha({ length: 1, casing: 'upper' }) + chance.string.numeric(7),
    tariff: traits.company ? 'Comercial' : 'Doméstica',
    email: customer.email,
    phone: customer.phone,
    invoiceDelivery: customer.email && chance.datatype.boolean(0.4) ? 'email' : 'paper',
    readingWindow: readingWindow(traits, today),
  }
  return { index, today, profile, traits, customer, account, chance }
}

const knownAt = (index: number) => Object.values(knownAccounts).find((each) => each.index === index)

/** Without its check digit. */
export const accountNumber = (index: number): string => knownAt(index)?.number ?? spread(index, profileOf(index).accountDigits)

function numberOf(index: number, profile: ZoneProfile, chance: Chance): { number: string; checkDigit: string | null } {
  const known = knownAt(index)
  const number = accountNumber(index)
  if (known) return { number, checkDigit: known.checkDigit }
  switch (profile.checkDigits) {
    case 'luhn':
      return { number, checkDigit: checkDigitOf(number, 'luhn') }
    case 'unexplained':
      return { number, checkDigit: chance.string.numeric(1) }
    case 'none':
      return { number, checkDigit: null }
  }
}

/** Account numbers of so many digits that look drawn by lot and yet never repeat: the factor shares no divisor with the range. */
function spread(index: number, digits: number): string {
  const lowest = 10 ** (digits - 1)
  return String(lowest + ((index * 48_271_237 + 123_457) % (9 * lowest)))
}

function readingWindow(traits: Traits, today: string): Account['readingWindow'] {
  switch (traits.readingWindow) {
    case 'open':
      return { opensOn: addDays(today, -2), closesOn: addDays(today, 3) }
    case 'later':
      return { opensOn: addDays(today, 12), closesOn: addDays(today, 17) }
    case 'none':
      return null
  }
}
