import { describe, expect, it } from 'vitest'
import { readAccountNumber } from '../../../shared/domain/accountNumber.ts'
import { readInvoiceNumber } from '../../../shared/domain/invoiceNumber.ts'
import { isUsablePattern, matchesPattern } from '../../../shared/domain/pattern.ts'

/** Each would keep JavaScript's own engine busy for longer than the universe is old. */
export const backtracking = ['([0-9]+)+X', '(A|A)*B', '([A-Z0-9]*)*!', '(?:\\d+\\d+)+-', '(x+x+)+y', '^(?:[A-Z]|[A-Z0-9])*$'.replace('$', '-$')]

describe('S53 a pattern of the feed', () => {
  it.each(backtracking)('that backtracks, %s, is answered at once', (pattern) => {
    expect(isUsablePattern(pattern)).toBe(true)
    for (const text of ['1'.repeat(100), 'A'.repeat(100), 'x'.repeat(100)]) expect(matchesPattern(pattern, text)).toBe(false)
    expect(readInvoiceNumber('A'.repeat(60), pattern)).toEqual({ ok: false, problem: 'pattern' })
    expect(readAccountNumber('12345678', pattern)).toEqual({ ok: false, problem: 'pattern' })
  })

  it.each([
    ['is none', '['],
    ['looks ahead', '(?=.*[0-9])[A-Z0-9]+'],
    ['looks behind', '(?<!A)[0-9]{8}'],
    ['refers back', '([A-Z])\\1[0-9]{8}'],
    ['is long', 'A|'.repeat(251)],
    ['repeats too much', '((a{100}){100}){100}'],
    ['repeats too often', 'a{0,1000}'.repeat(50)],
    ['nests too deeply', `${'('.repeat(240)}a${')'.repeat(240)}`.repeat(2)],
  ])('that %s is no rule, and shuts nobody out', (_what, pattern) => {
    expect(isUsablePattern(pattern)).toBe(false)
    expect(readInvoiceNumber('DE 4043 2503', pattern)).toEqual({ ok: true, key: 'DE40432503' })
    expect(readAccountNumber('40989917-7', pattern)).toMatchObject({ ok: true })
  })

  it.each([
    ['[0-9]{8}', '40989917', '4098991'],
    ['^AG[0-9]{8}$', 'AG40350406', 'XAG40350406'],
    ['(?:A|DE)\\d{8,9}', 'DE40432503', 'DE404'],
    ['(?<account>\\d{8})-(?<invoice>[A-Z]{2}\\d+)', '40989917-DE4', '40989917'],
    ['\\p{Lu}{2}', 'ÑÉ', 'ñé'],
  ])('%s covers %s whole, and not %s', (pattern, good, bad) => {
    expect(matchesPattern(pattern, good)).toBe(true)
    expect(matchesPattern(pattern, bad)).toBe(false)
  })
})
