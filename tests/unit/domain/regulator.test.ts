import { describe, expect, it } from 'vitest'
import { claimDays, regulatorOf } from '../../../shared/domain/regulator.ts'

describe('a regulator', () => {
  it('is named with its telephone, where the zone has them', () => {
    expect(regulatorOf({ name: ' URSEA ', phone: '0800 8773' })).toEqual({ name: 'URSEA', phone: '0800 8773' })
    expect(regulatorOf({ name: 'URSEA', phone: ' ' })).toEqual({ name: 'URSEA', phone: null })
    for (const nobody of [undefined, {}, { phone: '1' }, { name: ' ' }]) expect(regulatorOf(nobody)).toBeNull()
  })

  it('gives a term only in whole days', () => {
    expect(claimDays({ claimBusinessDays: 15 })).toBe(15)
    for (const none of [undefined, {}, { claimBusinessDays: 0 }, { claimBusinessDays: -3 }, { claimBusinessDays: 2.5 }]) expect(claimDays(none)).toBeNull()
  })
})
