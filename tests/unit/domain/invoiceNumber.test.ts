import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readInvoiceNumber, significantCharacters } from '../../../shared/domain/invoiceNumber.ts'

describe('an invoice number as typed', () => {
  it.each(['DE 4043 2503', 'DE40432503', 'de 4043 2503', 'DE-4043.2503', '  DE  4043  2503 ', 'DE 4043–2503', 'ＤＥ４０４３２５０３'])(
    '%j counts as DE40432503',
    (text) => {
      expect(readInvoiceNumber(text)).toEqual({ ok: true, key: 'DE40432503' })
    },
  )

  it.each([
    ['', 'empty'],
    [' - . ', 'empty'],
    ['DE 4043 250', 'too-short'],
    ['DE 4043 25031', 'too-long'],
    ['DE/4043/2503', 'bad-characters'],
    ["'; DROP TABLE", 'bad-characters'],
  ])('%j is refused as %s', (text, problem) => {
    expect(readInvoiceNumber(text)).toEqual({ ok: false, problem })
  })

  it('obeys the zone’s own rule instead of the length', () => {
    expect(readInvoiceNumber('A-12', 'A[0-9]{2}')).toEqual({ ok: true, key: 'A12' })
    expect(readInvoiceNumber('B-12', 'A[0-9]{2}')).toEqual({ ok: false, problem: 'pattern' })
  })

  it('counts the same in every spelling of separators and case', () => {
    const key = fc.stringMatching(/^[A-Z0-9]{10}$/)
    const separators = fc.array(fc.constantFrom('', ' ', '-', '.', '  '), { minLength: 10, maxLength: 10 })
    fc.assert(
      fc.property(key, separators, fc.boolean(), (significant, gaps, lower) => {
        const typed = [...significant].map((character, index) => character + gaps[index]).join('')
        expect(significantCharacters(lower ? typed.toLowerCase() : typed)).toBe(significant)
      }),
    )
  })
})
