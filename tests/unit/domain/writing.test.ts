import { describe, expect, it } from 'vitest'
import { monthsAgainstLastYear, taxName } from '../../../shared/domain/billing.ts'
import { checkDigitOf } from '../../../shared/domain/checkDigit.ts'
import { addMonths, businessDate, businessTime, formatDate, formatMonth } from '../../../shared/domain/dates.ts'
import { maskAddress, maskDocument, maskEmail, maskName, maskPhone } from '../../../shared/domain/masking.ts'
import { formatMoney, formatPrice } from '../../../shared/domain/money.ts'
import { formatNumber } from '../../../shared/domain/numbers.ts'

describe('money', () => {
  it.each([
    [363_900, 'MXN', 'es-MX', '$3,639.00'],
    [363_900, 'UYU', 'es-UY', '$\u00a03.639,00'],
    [-1250, 'MXN', 'es-MX', '−$12.50'],
    [-1250, 'UYU', 'es-UY', '−$\u00a012,50'],
    [0, 'MXN', 'es-MX', '$0.00'],
    [-0, 'UYU', 'es-UY', '$\u00a00,00'],
    [1_000_000_000, 'UYU', 'es-UY', '$\u00a010.000.000,00'],
    [123_450, 'USD', 'es-UY', 'US$\u00a01.234,50'],
    [123_450, 'USD', 'es-MX', 'USD\u00a01,234.50'],
  ])('%i %s is written the way of %s', (minor, currency, locale, text) => {
    expect(formatMoney(minor, currency, locale)).toBe(text)
  })

  it('of a unit has as many decimals as its tariff', () => {
    expect(formatPrice(1.904761, 'MXN', 'es-MX')).toBe('$1.904761')
    expect(formatPrice(1234.5, 'UYU', 'es-UY')).toBe('$\u00a01.234,50')
  })
})

it('numbers below zero have the minus sign of amounts', () => {
  expect(formatNumber(-1234.5, 'es-MX')).toBe('−1,234.5')
  expect(formatNumber(-0.0000001, 'es-UY')).toBe('0')
})

it.each([
  [{ name: 'IVA', rate: 0.16 }, 'es-MX', 'IVA 16 %'],
  [{ name: 'IVA', rate: 16 }, 'es-MX', 'IVA 16 %'],
  [{ name: 'IVA', rate: 0.105 }, 'es-UY', 'IVA 10,5 %'],
  [{ name: 'IVA 8%', rate: 0.08 }, 'es-MX', 'IVA 8%'],
])('a tax is named with its rate, once: %o', (tax, locale, name) => {
  expect(taxName(tax, locale)).toBe(name)
})

describe('dates', () => {
  it('do not shift with the machine’s time zone', () => {
    expect(formatDate('2026-12-02', 'es-MX', 'long')).toBe('2 de diciembre de 2026')
    expect(formatDate('2026-01-01', 'es-UY', 'numeric')).toBe('01/01/2026')
    expect(formatMonth('2026-10', 'es-MX', 'long', true)).toBe('octubre de 2026')
  })

  it.each([
    ['es-MX', 'octubre', 'oct'],
    ['es-UY', 'octubre', 'oct.'],
    ['pt', 'outubro', 'out.'],
    ['en', 'October', 'Oct'],
  ])('a month alone is written as %s writes it in a sentence', (locale, long, short) => {
    expect(formatMonth('2026-10', locale, 'long')).toBe(long)
    expect(formatMonth('2026-10', locale, 'short')).toBe(short)
  })

  it('are the branch’s, not the machine’s', () => {
    expect(businessDate('2026-11-21T02:30:00Z', 'America/Monterrey')).toBe('2026-11-20')
    // What software writes that has no date.
    expect(formatDate(businessDate('0001-01-01T12:00:00Z', 'UTC'), 'es-MX', 'short')).toMatch(/^1 ene 1$|^1 ene 0001$/)
    expect(businessDate('2026-11-21T02:30:00Z', 'America/Montevideo')).toBe('2026-11-20')
    expect(businessDate('2026-11-21T03:30:00Z', 'America/Montevideo')).toBe('2026-11-21')
    expect(businessTime('2026-11-21T16:42:00Z', 'America/Monterrey')).toBe('10:42')
  })

  it('move by months over the year’s end', () => {
    expect(addMonths('2026-01', -1)).toBe('2025-12')
    expect(addMonths('2025-12', 14)).toBe('2027-02')
  })
})

describe('check digits', () => {
  it('follow the published vector of base 10', () => {
    expect(checkDigitOf('18000359700002387', 'luhn')).toBe('1')
    expect(checkDigitOf('18000359700002387', 'mod10')).toBe('1')
  })

  it('follow ISBN-like base 11 with weights 2 to 7', () => {
    // 1·4 + 2·3 + 3·2 = 16; 11 − 16 mod 11 = 6
    expect(checkDigitOf('123', 'mod11')).toBe('6')
  })

  it('are not asked for where the zone gives no algorithm', () => {
    expect(checkDigitOf('123', 'none')).toBeNull()
  })
})

describe('masks', () => {
  it('keep first letters and lengths only', () => {
    expect(maskName('Ana Méndez Prieto')).toBe('A•• M••••• P•••••')
    expect(maskName('Ñ')).toBe('Ñ')
    expect(maskName('Constructora Extraordinaria')).toBe('C•••••• E••••••')
  })

  it('keep the first letter of an e-mail address, and where it is', () => {
    expect(maskEmail('ana.mendez@correo.com')).toBe('a••••••@correo.com')
    expect(maskEmail('a@b@correo.com')).toBe('a••@correo.com')
    expect(maskEmail('sin arroba')).toBe('s••••••')
    expect(maskPhone('+52 (81) 8340-0012 Ana')).toBe('+•• (••) ••••-••12 •••')
    expect(['1234', '12'].map(maskPhone)).toEqual(['••••', '••'])
  })

  it('show no sign that cannot be seen, as those that turn the direction of writing', () => {
    expect(maskName('\u202eAna \u200bM\u0007Prieto\u2069')).toBe('A•• M P•••••')
  })

  it('keep house numbers', () => {
    expect(maskAddress('Calle 12 Poniente, Centro')).toBe('C•••• 12 P••••••, C•••••')
  })
})

describe('this year against last', () => {
  const bill = (periodEnd: string, total: number, status: 'paid' | 'cancelled' = 'paid') => ({ periodEnd, total, status })

  it('pairs the twelve months up to the latest billed one', () => {
    const pairs = monthsAgainstLastYear([bill('2026-10-31', 1284), bill('2025-10-31', 1426), bill('2026-09-30', 100), bill('2024-10-31', 9)])
    expect(pairs).toHaveLength(12)
    expect(pairs[0]?.month).toBe('2025-11')
    expect(pairs.at(-1)).toEqual({ month: '2026-10', thisYear: 1284, lastYear: 1426 })
    expect(pairs.at(-2)).toEqual({ month: '2026-09', thisYear: 100, lastYear: null })
  })

  it('leaves cancelled bills out and adds two of one month', () => {
    const pairs = monthsAgainstLastYear([bill('2026-10-15', 10), bill('2026-10-31', 5), bill('2026-11-30', 7, 'cancelled')])
    expect(pairs.at(-1)).toEqual({ month: '2026-10', thisYear: 15, lastYear: null })
  })

  it.each([5, -5])('takes a credit note off, written as %i', (total) => {
    const note = { ...bill('2026-10-31', total), fiscal: { scheme: 'cfdi-4.0' as const, verificationUrl: '', documentType: 'E - Egreso' } }
    expect(monthsAgainstLastYear([bill('2026-10-15', 12), note]).at(-1)).toMatchObject({ thisYear: 7 })
  })

  it('has nothing to pair without bills', () => {
    expect(monthsAgainstLastYear([])).toEqual([])
  })
})

describe('a document of identity', () => {
  it.each([
    ['SUGR850312AB1', '••••••B1'],
    ['6.695.854-8', '••••••48'],
    ['A12 34', '•••34'],
    ['1234', '••••'],
    ['', ''],
  ])('%s is shown as %s', (number, shown) => expect(maskDocument(number)).toBe(shown))
})
