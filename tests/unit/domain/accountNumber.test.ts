import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountKey, readAccountNumber } from '../../../shared/domain/accountNumber.ts'

const keysOf = (text: string, pattern: string | null = null) => {
  const read = readAccountNumber(text, pattern)
  return read.ok ? read.readings.map(({ key, checkDigit }) => (checkDigit === null ? key : `${key}-${checkDigit}`)) : read.problem
}

describe('an account number as typed', () => {
  it.each([
    ['40989917', ['40989917', '4098991-7']],
    ['40989917-7', ['40989917-7']],
    ['40989917 - 7', ['40989917-7']],
    ['40989917–7', ['40989917-7']],
    ['409899177', ['40989917-7']],
    ['40.989.917', ['40989917', '4098991-7']],
    ['40 989 917-7', ['40989917-7']],
    ['0040989917', ['40989917', '4098991-7']],
    ['８２９５２４９', ['8295249', '829524-9']],
    ['5', ['5']],
    ['4O98991l', ['40989911', '4098991-1']],
    ['4098991I-7', ['40989911-7']],
    ['4098B9S7', ['40988957', '4098895-7']],
    ['40‑989‑917‑7', ['40989917-7']],
    ['40989917\u22127', ['40989917-7']],
    ['0', ['0']],
  ])('%s is understood', (text, expected) => {
    expect(keysOf(text)).toEqual(expected)
  })

  it.each([
    ['', 'empty'],
    ['  - ', 'empty'],
    ['4098991A', 'not-digits'],
    ['OIL', 'not-digits'],
    ['SOLIS 8', 'not-digits'],
    ['DE 4043 2503', 'not-digits'],
    ['1234567890', 'too-long'],
    ['123456789-1', 'too-long'],
  ])('%j is refused as %s', (text, problem) => {
    expect(keysOf(text)).toBe(problem)
  })

  it.each(['00012345', '12345', '0012345-6'])('%s meets a rule of eight digits: leading zeros do not count', (text) => {
    expect(keysOf(text, '[0-9]{8}')).toContain(text.includes('-') ? '12345-6' : '12345')
  })

  it('obeys the zone’s own rule', () => {
    expect(keysOf('1234567', '[1-9][0-9]{5}')).not.toContain('1234567')
    expect(keysOf('123', '[1-9][0-9]{5}')).toBe('pattern')
    expect(keysOf('123456', '[1-9][0-9]{5}')).toEqual(['123456'])
  })

  it('is not shut out by a rule that is no regular expression', () => {
    expect(keysOf('123456', '[')).toContain('123456')
  })

  it('finds the account whatever zeros, dots and spaces stand in it', () => {
    const digits = fc.integer({ min: 1, max: 99_999_999 }).map(String)
    fc.assert(
      fc.property(digits, fc.nat(4), fc.constantFrom('', ' ', '.'), fc.integer({ min: 0, max: 9 }), (number, zeros, gap, check) => {
        const typed = `${'0'.repeat(zeros)}${[...number].join(gap)}-${check}`
        expect(keysOf(typed)).toEqual([`${number}-${check}`])
        expect(accountKey('0'.repeat(zeros) + number)).toBe(number)
      }),
    )
  })
})
