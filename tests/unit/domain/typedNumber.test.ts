import { describe, expect, it } from 'vitest'
import { readTypedNumber } from '../../../shared/domain/typedNumber.ts'

describe('a figure as a person types it', () => {
  it.each([
    ['1230', 'es-MX', 1230],
    ['1,230', 'es-MX', 1230],
    ['1,230.5', 'es-MX', 1230.5],
    ['1.230', 'es-UY', 1230],
    ['1.230,5', 'es-UY', 1230.5],
    [' 12 345 ', 'es-MX', 12_345],
    ['0', 'es-MX', 0],
    ['１２３', 'es-MX', 123],
  ])('%s in %s is %d', (typed, locale, value) => {
    expect(readTypedNumber(typed, locale)).toBe(value)
  })

  it.each([
    ['', 'es-MX'],
    ['-5', 'es-MX'],
    ['12,34', 'es-MX'],
    ['1,2,3', 'es-MX'],
    ['1.2.3', 'es-MX'],
    ['12.', 'es-MX'],
    ['1e5', 'es-MX'],
    ['1234567890', 'es-MX'],
    ['doce', 'es-UY'],
  ])('%s in %s is none', (typed, locale) => {
    expect(readTypedNumber(typed, locale)).toBeNull()
  })
})
