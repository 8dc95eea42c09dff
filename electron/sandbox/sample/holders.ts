import type { Address, Holder } from '../../../shared/utility-api/generated/types.gen.ts'
import { companyRfc, curpOf, identityCard, personRfc, rut } from './identity.ts'
import type { ZoneProfile } from './profile.ts'
import type { Chance } from './random.ts'
import { montevideoStreets } from '../data/streets.ts'

/** A holder with what invoices need beside the account: the tax number under which they are billed. */
export interface Customer {
  holder: Holder
  /** Null when the bill is made out to the general public. */
  taxId: string | null
  email: string | null
  phone: string
}

const LONG_NAME_LENGTH = 120

/** Invents who holds an account. */
export function inventCustomer(profile: ZoneProfile, chance: Chance, kind: { company: boolean; longName: boolean }): Customer {
  const customer = kind.company ? company(profile, chance) : person(profile, chance)
  if (!kind.longName) return customer
  return { ...customer, holder: { ...customer.holder, ...longNames(chance) } }
}

function person(profile: ZoneProfile, chance: Chance): Customer {
  const woman = chance.datatype.boolean()
  const names = {
    givenNames: chance.person.firstName(woman ? 'female' : 'male'),
    familyName: familyName(chance),
    secondFamilyName: familyName(chance),
  }
  const bornOn = chance.date.between({ from: '1940-01-01', to: '2003-12-31' }).toISOString().slice(0, 10)
  const contact = { email: maybeEmail(chance, names.givenNames, names.familyName), phone: phone(profile, chance) }
  if (profile.fiscal === 'cfe-uy') {
    return { holder: { kind: 'person', ...names, documentType: 'CI', documentNumber: identityCard(chance) }, taxId: null, ...contact }
  }
  const curp = curpOf(names, bornOn, woman, chance)
  const taxId = chance.datatype.boolean(0.6) ? personRfc(curp, chance) : null
  return { holder: { kind: 'person', ...names, documentType: 'CURP', documentNumber: curp }, taxId, ...contact }
}

function company(profile: ZoneProfile, chance: Chance): Customer {
  const uruguayan = profile.fiscal === 'cfe-uy'
  const trade = chance.helpers.arrayElement(['Panadería', 'Lavandería', 'Hotel', 'Tortillería', 'Restaurante', 'Talleres', 'Clínica'])
  const companyName = `${trade} ${familyName(chance)} ${uruguayan ? 'S.R.L.' : 'y Compañía, S.A. de C.V.'}`
  const foundedOn = chance.date.between({ from: '1980-01-01', to: '2019-12-31' }).toISOString().slice(0, 10)
  const taxId = uruguayan ? rut(chance) : companyRfc(chance, foundedOn)
  const holder: Holder = { kind: 'company', companyName, documentType: uruguayan ? 'RUT' : 'RFC', documentNumber: taxId }
  return { holder, taxId, email: maybeEmail(chance, 'facturas', trade), phone: phone(profile, chance) }
}

/** One family name; the library's own may join two with *de*, which would then be four in all. */
function familyName(chance: Chance): string {
  const name = chance.person.lastName().split(' ')[0] ?? ''
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** Names that fill a line twice over, for whoever lays out paper and screens. */
function longNames(chance: Chance): Pick<Holder, 'givenNames' | 'familyName' | 'secondFamilyName'> {
  const familyNames = { familyName: 'de la Peña y Ibargüengoitia', secondFamilyName: 'Fernández de Castañeda y Ruiz-Velasco' }
  const room = LONG_NAME_LENGTH - familyNames.familyName.length - familyNames.secondFamilyName.length - 2
  let givenNames = 'María de los Ángeles'
  while (givenNames.length < room) givenNames += ` ${chance.person.firstName('female')}`
  return { givenNames, ...familyNames }
}

function maybeEmail(chance: Chance, first: string, last: string): string | null {
  if (!chance.datatype.boolean(0.7)) return null
  const local = `${first}.${last}`.normalize('NFD').replace(/[^A-Za-z.]/g, '')
  return `${local.toLowerCase()}${chance.number.int({ min: 1, max: 99 })}@example.com`
}

function phone(profile: ZoneProfile, chance: Chance): string {
  if (profile.fiscal === 'cfe-uy') return `099 ${chance.string.numeric(3)} ${chance.string.numeric(3)}`
  return `81 5555 ${chance.string.numeric(4)}`
}

/** Invents where the meter hangs. */
export function inventAddress(profile: ZoneProfile, chance: Chance): Address {
  const city = chance.helpers.arrayElement(profile.cities)
  const uruguayan = profile.fiscal === 'cfe-uy'
  return {
    street: uruguayan ? chance.helpers.arrayElement(montevideoStreets) : chance.location.street(),
    exterior: String(chance.number.int({ min: 100, max: 4200 })),
    ...(chance.datatype.boolean(0.2) && { interior: uruguayan ? `apto. ${chance.string.numeric(3)}` : chance.string.numeric(2) }),
    neighbourhood: chance.helpers.arrayElement(city.neighbourhoods),
    city: city.name,
    state: city.state,
    postalCode: city.postalPrefix + chance.string.numeric(5 - city.postalPrefix.length),
  }
}
