import { describe, expect, it } from 'vitest'
import { readRegistration, type TypedRegistration } from '../../../shared/domain/registrationFields.ts'
import { invalidFields, valueOf } from '../../../shared/domain/typedFields.ts'
import { sampleRegistrationRules } from '../../fakes/officeSamples.ts'

const typed: TypedRegistration = {
  holderKind: 'person',
  accountNumber: '40989917-7',
  contractNumber: '',
  invoiceNumber: 'DE 4043 2503',
  meterNumber: '',
  givenNames: '',
  familyName: '',
  secondFamilyName: '',
  companyName: '',
  documentType: '',
  documentNumber: '',
  userName: '',
  email: 'ana@correo.mx',
  emailAgain: 'Ana@correo.mx ',
  password: '',
  passwordAgain: null,
  acceptsNotice: true,
  acceptsTerms: false,
}
type Change = Partial<TypedRegistration>
const published = { notice: true, terms: false }
const read = (change: Change = {}, rules: Partial<typeof sampleRegistrationRules> = {}, texts = published) =>
  readRegistration(
    { ...typed, ...change },
    { registration: { ...sampleRegistrationRules, ...rules }, account: { pattern: null }, invoice: { pattern: null } },
    texts,
  )
const wrong = (...given: Parameters<typeof read>): Record<string, string> =>
  Object.fromEntries((invalidFields(read(...given))?.fields ?? []).map(({ field, problem }) => [field, problem]))

describe('what somebody typed to register', () => {
  it('is asked for by the proof of the zone, and nothing besides', () => {
    expect(wrong()).toEqual({})
    const nothing = { invoiceNumber: '' }
    expect(wrong(nothing)).toEqual({ invoiceNumber: 'empty' })
    expect(wrong(nothing, { proof: 'document' })).toEqual({ givenNames: 'empty', contractNumber: 'empty', documentType: 'empty', documentNumber: 'empty' })
    expect(wrong(nothing, { proof: 'meter' })).toEqual({ meterNumber: 'empty', familyName: 'empty' })
  })

  it('asks a company for its name and never for family names', () => {
    const company: Change = { holderKind: 'company', invoiceNumber: '', familyName: 'Tortillería', meterNumber: 'z1203319' }
    expect(wrong(company, { proof: 'meter' })).toEqual({ companyName: 'empty' })
    const fields = read({ ...company, companyName: 'Tortillería Pérez' }, { proof: 'meter' })
    expect([valueOf(fields.familyName), valueOf(fields.meterNumber)]).toEqual(['', 'Z1203319'])
    expect(wrong({ ...company, documentType: 'INE', documentNumber: '1' }, { proof: 'document' })).toMatchObject({ documentType: 'unknown-document' })
  })

  it('takes a user name only as the former portal did, and does without', () => {
    for (const userName of ['corto', 'con espacio', 'a'.repeat(26), 'año2026'] as const) expect(wrong({ userName })).toEqual({ userName: 'bad-user-name' })
    expect(wrong({ userName: 'Ana2026' })).toEqual({})
  })

  it('wants the address twice, whatever capitals it has', () => {
    expect(wrong({ emailAgain: 'ana@otro.mx' })).toEqual({ emailAgain: 'not-repeated' })
    expect(wrong({ emailAgain: '' })).toEqual({ emailAgain: 'empty' })
  })

  it('wants a password only where the zone takes it at once, and twice while it is hidden', () => {
    expect(wrong({ password: 'corta' })).toEqual({})
    const atOnce = { passwordAtOnce: true }
    expect(wrong({ password: 'corta' }, atOnce)).toEqual({ password: 'password-short' })
    const password = 'tres palabras sueltas'
    expect(wrong({ password, passwordAgain: 'tres palabras' }, atOnce)).toEqual({ passwordAgain: 'not-repeated' })
    expect(wrong({ password, passwordAgain: password }, atOnce)).toEqual({})
    expect(wrong({ password }, atOnce)).toEqual({})
  })

  it('wants each text accepted that the zone publishes', () => {
    expect(wrong({ acceptsNotice: false })).toEqual({ acceptsNotice: 'not-accepted' })
    expect(wrong({ acceptsNotice: false }, {}, { notice: false, terms: false })).toEqual({})
    expect(wrong({}, {}, { notice: true, terms: true })).toEqual({ acceptsTerms: 'not-accepted' })
  })
})
