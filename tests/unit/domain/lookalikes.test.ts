import { describe, expect, it } from 'vitest'
import { readFolio, writeFolio } from '../../../shared/domain/folio.ts'
import { readInvoiceNumber } from '../../../shared/domain/invoiceNumber.ts'
import { areSwapped } from '../../../shared/domain/swappedNumbers.ts'
import { readTypedNumber } from '../../../shared/domain/typedNumber.ts'

describe('letters that look like digits', () => {
  it.each([
    ['DE 4O43 25O3', '[A-Z]{2}[0-9]{8}', 'DE40432503'],
    ['BO 4O43 25O3', '[A-Z]{2}[0-9]{8}', 'BO40432503'],
    ['A-I4O.346.26l', 'A[0-9]{9}', 'A140346261'],
    ['4O43', '[0-9]{4}', '4043'],
  ])('%s is read by the rule %s, which has digits there', (typed, pattern, key) => {
    expect(readInvoiceNumber(typed, pattern)).toEqual({ ok: true, key })
  })

  it('stay letters where letters may stand, and where it cannot be told which are which', () => {
    expect(readInvoiceNumber('DE 4O43 25O3')).toEqual({ ok: true, key: 'DE4O4325O3' })
    expect(readInvoiceNumber('DE 4O43 25O3', '[A-Z0-9]{10}')).toEqual({ ok: true, key: 'DE4O4325O3' })
    expect(readInvoiceNumber('OO12', '(?:[A-Z][0-9]|[0-9][A-Z])[0-9]{2}')).toEqual({ ok: false, problem: 'pattern' })
  })

  it('are read in a reading and in the date and counter of a folio, not in its series', () => {
    expect([readTypedNumber('4,3OO', 'es-MX'), readTypedNumber('I2.5', 'es-MX'), readTypedNumber('oil', 'es-MX')]).toEqual([4300, 12.5, null])
    const folio = writeFolio({ series: 'KO1', day: '2026-11-21', number: 42 })
    expect(readFolio(folio.replace('20261121-0', '2O26II2l-O'))).toEqual({ ok: true, folio })
  })
})

describe('two numbers in each other’s place', () => {
  const none = { account: null, invoice: null }
  const bill = { account: '40989917-7', invoice: 'DE 4043 2503' }

  it('are known by their form, also where a letter looks like a digit', () => {
    expect(areSwapped({ accountNumber: bill.invoice, invoiceNumber: bill.account }, none)).toBe(true)
    expect(areSwapped({ accountNumber: 'BO 4043 2503', invoiceNumber: '4O989917' }, none)).toBe(true)
    expect(areSwapped({ accountNumber: 'A-140.346.261', invoiceNumber: '318204' }, { account: '[0-9]{6}', invoice: 'A[0-9]{9}' })).toBe(true)
  })

  it('are not, where they can be read as they stand or one is missing', () => {
    expect(areSwapped({ accountNumber: bill.account, invoiceNumber: bill.invoice }, none)).toBe(false)
    expect(areSwapped({ accountNumber: bill.invoice, invoiceNumber: '' }, none)).toBe(false)
    expect(areSwapped({ accountNumber: '', invoiceNumber: '' }, none)).toBe(false)
    expect(areSwapped({ accountNumber: '0040989917', invoiceNumber: '0040989917' }, none)).toBe(false)
  })
})
