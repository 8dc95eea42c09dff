import { expect, it } from 'vitest'
import { isFarOff, readHolder } from '../../../shared/domain/holderFields.ts'

const ana = {
  holderKind: 'person' as const,
  givenNames: 'Ana',
  familyName: 'Méndez',
  secondFamilyName: '',
  companyName: '',
  documentType: 'CURP',
  documentNumber: 'HEGG560427MVZRRL04',
  email: 'ana@correo.com',
  phone: '81 8340 0001',
  effectiveOn: '21/11/2026',
}
const read = (change: Partial<typeof ana>) => readHolder({ ...ana, ...change }, { documents: ['CURP'], today: '2026-11-21', locale: 'es-MX' })

it.each(['-', '.', ' - ', '& /'])('signs alone are no name and no number: %s', (typed) => {
  const { givenNames, familyName, documentNumber } = read({ givenNames: typed, familyName: typed, documentNumber: typed })
  expect([givenNames, familyName, documentNumber]).toEqual(Array(3).fill({ problem: 'bad-characters' }))
})

it('a stroke for a second family name is none', () => {
  expect(read({ secondFamilyName: '-' }).secondFamilyName).toEqual({ value: '' })
})

it.each([
  ['2026-11-21', false],
  ['2027-11-21', false],
  ['2027-11-22', true],
  ['2062-01-01', true],
  ['', false],
])('%j is more than a year away: %s', (day, far) => expect(isFarOff(day, '2026-11-21')).toBe(far))
