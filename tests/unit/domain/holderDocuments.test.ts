import { describe, expect, it } from 'vitest'
import { holderDocuments, isDoubtful } from '../../../shared/domain/holderDocuments.ts'

describe('the documents of a new holder', () => {
  it('are those that the zone names, as it writes them, and of a company those that a company can have', () => {
    expect(holderDocuments({ currency: 'UYU', documentTypes: ['CI', ' RUT ', 'Pasaporte', 'CI', ''] })).toEqual({
      person: ['CI', 'RUT', 'Pasaporte'],
      company: ['RUT'],
    })
    expect(holderDocuments({ currency: 'UYU', documentTypes: ['Cédula diplomática'] }).company).toEqual(['Cédula diplomática'])
  })

  it('are those of the contract where the zone names none', () => {
    expect(holderDocuments({ currency: 'MXN' })).toEqual({ person: ['INE', 'CURP', 'RFC', 'pasaporte'], company: ['RFC'] })
    expect(holderDocuments({ currency: 'UYU', documentTypes: [] }).company).toEqual(['RUT'])
    expect(holderDocuments({ currency: 'BRL' }).person).toHaveLength(6)
  })

  it('of a company are those of its country, where the zone names only those of people', () => {
    expect(holderDocuments({ currency: 'UYU', documentTypes: ['CI'] })).toEqual({ person: ['CI'], company: ['RUT'] })
    expect(holderDocuments({ currency: 'MXN', documentTypes: ['INE', 'pasaporte'] }).company).toEqual(['RFC'])
    expect(holderDocuments({ currency: 'BRL', documentTypes: ['CI'] }).company).toEqual(['CI'])
  })
})

describe('the number of a document', () => {
  it.each([
    ['CI', '1.234.567-2'],
    ['ci', '12345672'],
    ['RUT', '21 100342 0017'],
    ['CURP', 'hegg560427mvzrrl04'],
    ['INE', 'anything'],
    ['RFC', 'mepa700101-ab1'],
    ['CI', ''],
  ])('is as it should be: %s %s', (type, number) => expect(isDoubtful(type, number)).toBe(false))

  it.each([
    ['CI', '1.234.567-3'],
    ['CI', '123'],
    ['RUT', '211003420018'],
    ['RUT', '21100342001'],
    ['CURP', 'HEGG560427MVZRRL05'],
    ['CURP', 'HEGG560427MVZRRL0'],
    ['RFC', 'MEPA700101'],
    ['RFC', 'HEGG560427MVZRRL04'],
  ])('is to be looked at once more: %s %s', (type, number) => expect(isDoubtful(type, number)).toBe(true))

  it('is one letter shorter in the RFC of a company', () => {
    expect(isDoubtful('RFC', 'ÑS&010203AB1', 'company')).toBe(false)
    expect(isDoubtful('RFC', 'MEPA700101AB1', 'company')).toBe(true)
    expect(isDoubtful('RFC', 'HSO010203AB1', 'person')).toBe(true)
  })
})
