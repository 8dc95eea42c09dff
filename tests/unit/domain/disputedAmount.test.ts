import { describe, expect, it } from 'vitest'
import { mayBeDisputed, readDisputedAmount } from '../../../shared/domain/disputedAmount.ts'

const mexico = { currency: 'MXN', locale: 'es-MX' }
const uruguay = { currency: 'UYU', locale: 'es-UY' }
const invoice = { total: 363_900 }

describe('an amount that is not recognised', () => {
  it.each([
    ['250', mexico, 25_000],
    ['1,250.50', mexico, 125_050],
    ['$3,639.00', mexico, 363_900],
    ['$ 1.250,5', uruguay, 125_050],
    ['1.250', uruguay, 125_000],
    ['0.01', mexico, 1],
    ['250', { currency: 'CLP', locale: 'es-CL' }, 250],
  ])('%s is %j in minor units', (typed, written, minor) => {
    expect(readDisputedAmount(typed, invoice, written)).toEqual({ value: minor })
  })

  it.each([
    ['mucho', mexico, 'not-a-number'],
    ['-5', mexico, 'not-a-number'],
    ['12.500', mexico, 'too-many-decimals'],
    ['12.50', { currency: 'CLP', locale: 'en' }, 'too-many-decimals'],
    ['0.00', mexico, 'nothing-disputed'],
    ['3,639.01', mexico, 'more-than-total'],
    ['999999999', mexico, 'more-than-total'],
  ])('%s in %j is not taken: %s', (typed, written, problem) => {
    expect(readDisputedAmount(typed, invoice, written)).toEqual({ problem })
  })

  it('may be left out, and says nothing without an invoice', () => {
    expect(readDisputedAmount(' ', invoice, mexico)).toEqual({ value: null })
    expect(readDisputedAmount('250', null, mexico)).toEqual({ value: null })
  })

  it('is asked for only of what charges something', () => {
    expect([null, { total: 0 }, { total: -5 }, { total: 1 }].map(mayBeDisputed)).toEqual([false, false, false, true])
  })
})
