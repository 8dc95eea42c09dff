import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  base10CheckDigit,
  base97CheckDigits,
  carriesAmount,
  condensedAmount,
  condensedDate,
  glnOf,
  inGroups,
  paymentReference,
  type Charge,
  type SlipRule,
} from '../../../shared/domain/paymentReference.ts'

const charge: Charge = { reference: '067591119700', amount: 425650, payBy: '1997-05-23' }
const made = (rule: SlipRule | undefined, change: Partial<Charge> = {}): unknown => {
  const reference = paymentReference(rule, { ...charge, ...change })
  return reference.ok ? reference.value : reference.reason
}
const base97: SlipRule = { symbology: 'code128', algorithm: 'base97', baseYear: 1988 }

describe('the vectors of the field', () => {
  it('base 10', () => {
    expect(base10CheckDigit('18000359700002387')).toBe('1')
    expect(made({ symbology: 'code128', algorithm: 'base10' }, { reference: '18000359700002387' })).toBe('180003597000023871')
  })

  it('base 97, with a base year', () => {
    expect(condensedDate('1997-05-23', 1988)).toBe('3494')
    expect(condensedAmount(425650)).toBe('6')
    expect(base97CheckDigits('06759111970034946' + '2')).toBe('26')
    expect(made(base97)).toBe('06759111970034946226')
  })

  it.each([
    [2014, '121341234123', 9_283_232, '2014-11-19', '12134123412303285214'],
    [2014, '1', 1, '2018-01-01', '114887233'],
    [2013, '121341234123', 9_283_232, '2015-08-18', '12134123412309785253'],
    [2013, '1', 1, '2016-01-01', '111167288'],
  ])('base 97 of base year %i: %s, %i cents by %s is %s', (baseYear, reference, amount, payBy, expected) => {
    expect(made({ ...base97, baseYear }, { reference, amount, payBy })).toBe(expected)
  })
})

describe('what the bank wants in the reference', () => {
  const plain = (change: Partial<SlipRule>): SlipRule => ({ symbology: 'code128', algorithm: 'none', ...change })

  it('without a rule, the reference as it is, whatever it holds', () => {
    expect(made(undefined, { reference: 'AS-05/12' })).toBe('AS-05/12')
  })

  it('prefix, then amount and date in the order that the bank gives', () => {
    expect(made(plain({ prefix: '20', includes: ['reference', 'amount', 'dueOn'] }))).toBe('20' + '067591119700' + '0000425650' + '970523')
    expect(made(plain({ includes: ['dueOn', 'amount'] }))).toBe('067591119700' + '970523' + '0000425650')
    expect(made(plain({}))).toBe('067591119700')
  })

  it('the check digit is over all that stands before it', () => {
    const text = '118' + '067591119700' + '0000425650'
    expect(made(plain({ algorithm: 'base10', prefix: '118', includes: ['reference', 'amount'] }))).toBe(text + base10CheckDigit(text))
  })

  it('base 97 leaves out what the bank leaves out', () => {
    expect(made({ ...base97, includes: ['reference'] })).toBe('067591119700' + '2' + base97CheckDigits('067591119700' + '2'))
    expect(made({ ...base97, baseYear: undefined, includes: ['reference', 'amount'] })).toBe('06759111970062' + base97CheckDigits('06759111970062'))
  })

  it('GS1-128 has fields for amount and date: they do not stand in the reference as well', () => {
    expect(made(plain({ symbology: 'gs1-128', includes: ['reference', 'amount', 'dueOn'] }))).toBe('067591119700')
  })

  it.each([
    ['7501031311309', '7501031311309'],
    ['7501031311308', null],
    ['20', null],
  ])('a prefix is a location number only with its check digit: %s', (prefix, gln) => {
    expect(glnOf({ symbology: 'gs1-128', algorithm: 'none', prefix })).toBe(gln)
    expect(made({ symbology: 'gs1-128', algorithm: 'none', prefix })).toBe(gln === null ? `${prefix}067591119700` : '067591119700')
    expect(glnOf({ symbology: 'code128', algorithm: 'none', prefix })).toBeNull()
  })

  it('knows which references tell the amount', () => {
    expect(carriesAmount(base97)).toBe(true)
    expect(carriesAmount({ ...base97, includes: ['reference', 'dueOn'] })).toBe(false)
    expect(carriesAmount(plain({}))).toBe(false)
    expect(carriesAmount(undefined)).toBe(false)
  })
})

describe('what cannot be made is refused with the reason', () => {
  test.each<[string, SlipRule | undefined, Partial<Charge>, string]>([
    ['no reference', undefined, { reference: null }, 'no-reference'],
    ['an empty reference', base97, { reference: '' }, 'no-reference'],
    ['letters under a check digit', { symbology: 'code128', algorithm: 'base10' }, { reference: 'A12' }, 'not-digits'],
    ['spaces under a check digit', base97, { reference: '12 34' }, 'not-digits'],
    ['a letter in the prefix', { ...base97, prefix: 'X' }, {}, 'not-digits'],
    ['a base year that ran out', base97, { payBy: '2026-12-02' }, 'date'],
    ['a date before the base year', { ...base97, baseYear: 2013 }, {}, 'date'],
    ['no base year', { ...base97, baseYear: undefined }, {}, 'date'],
    ['nothing to pay', base97, { amount: 0 }, 'amount'],
    ['a credit', { ...base97, algorithm: 'none', includes: ['amount'] }, { amount: -5 }, 'amount'],
    ['an amount beyond its field', { ...base97, algorithm: 'none', includes: ['amount'] }, { amount: 10 ** 10 }, 'amount'],
  ])('%s', (_name, rule, change, reason) => {
    expect(made(rule, change)).toBe(reason)
  })

  it('ten million is an amount', () => {
    expect(made({ ...base97, algorithm: 'none', includes: ['amount'] }, { amount: 1_000_000_000 })).toBe('0675911197001000000000')
  })

  it('a base year lasts until its ten thousandth day', () => {
    expect(condensedDate('2014-11-18', 1988)).toBe('9999')
    expect(condensedDate('2014-11-19', 1988)).toBeNull()
    expect(condensedDate('1988-01-01', 1988)).toBe('0000')
  })
})

const digits = fc.stringMatching(/^[0-9]{1,24}$/)

describe('check digits', () => {
  it('one wrong digit never passes base 10 nor base 97', () => {
    fc.assert(
      fc.property(digits, fc.nat(), fc.integer({ min: 1, max: 9 }), (text, at, by) => {
        const place = at % text.length
        const wrong = text.slice(0, place) + String((Number(text[place]) + by) % 10) + text.slice(place + 1)
        expect(base10CheckDigit(wrong)).not.toBe(base10CheckDigit(text))
        expect(base97CheckDigits(wrong)).not.toBe(base97CheckDigits(text))
      }),
    )
  })

  it('base 97 is two digits from 01 to 97', () => {
    fc.assert(
      fc.property(digits, (text) => {
        expect(base97CheckDigits(text)).toMatch(/^\d\d$/)
        expect(Number(base97CheckDigits(text))).toBeGreaterThanOrEqual(1)
        expect(Number(base97CheckDigits(text))).toBeLessThanOrEqual(97)
      }),
    )
  })

  it('every day of a base year has a number of its own, in order', () => {
    const day = fc.date({ min: new Date('2013-01-01'), max: new Date('2039-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [first, second] = [condensedDate(one, 2013) ?? '', condensedDate(other, 2013) ?? '']
        expect(first < second).toBe(one < other)
      }),
    )
  })
})

test('figures are read out in fours, and nothing else is parted', () => {
  expect(inGroups('1234567890')).toBe('1234 5678 90')
  expect(inGroups('1234')).toBe('1234')
  expect(inGroups('AB123456')).toBe('AB123456')
})
