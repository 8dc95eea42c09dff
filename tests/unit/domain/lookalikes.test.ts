import { describe, expect, it } from 'vitest'
import { readFolio, writeFolio } from '../../../shared/domain/folio.ts'
import { readAccountNumber } from '../../../shared/domain/accountNumber.ts'
import { findLookalikes } from '../../../shared/domain/digitLookalikes.ts'
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

describe('the words that a bill prints before a number', () => {
  it.each([
    'No DE 4043 2503',
    'No. DE 4043 2503',
    'N.º DE 4043 2503',
    'Nº DE 4043 2503',
    'N° DE 4043 2503',
    'N°DE40432503',
    '№ DE 4043 2503',
    'Núm. DE 4043 2503',
    'Factura: DE 4043 2503',
    'FACTURA No. DE 4043 2503',
    'Número de factura DE 4043 2503',
    'Número da fatura: DE 4043 2503',
    'Recibo DE40432503',
    '# DE 4043 2503',
  ])('%s is the invoice DE40432503', (typed) => {
    for (const pattern of [null, '[A-Z]{2}[0-9]{8}']) expect(readInvoiceNumber(typed, pattern)).toEqual({ ok: true, key: 'DE40432503' })
  })

  it.each([
    'Cuenta 40989917-7',
    'No. de cuenta: 40989917-7',
    'N.º 40989917-7',
    'Contrato: 40989917-7',
    'Núm. de su cuenta 40989917-7',
    'Póliza #40989917-7',
    'Bill 40989917-7',
  ])('%s is the account 40989917-7', (typed) => {
    expect(readAccountNumber(typed)).toEqual({ ok: true, readings: [{ key: '40989917', checkDigit: '7', certain: true }] })
  })

  it('stand before a folio too, and a series that looks like one stays', () => {
    for (const typed of ['Folio: K07-20261121-00428', 'No. K07-20261121-00428', 'Folio N.º K0720261121-00428'])
      expect(readFolio(typed)).toEqual({ ok: true, folio: 'K07-20261121-00428' })
    expect(readFolio('NO 20261121 00428')).toEqual({ ok: true, folio: 'NO-20261121-00428' })
    expect(readInvoiceNumber('NO 4043 2503')).toEqual({ ok: true, key: 'NO40432503' })
    expect(readInvoiceNumber('NO 4043 2503', 'NO[0-9]{8}')).toEqual({ ok: true, key: 'NO40432503' })
  })

  it('are no number by themselves, and what is wrong with the number behind them is told', () => {
    expect(readInvoiceNumber('Factura: DE 4043 250')).toEqual({ ok: false, problem: 'too-short' })
    expect(readAccountNumber('Cuenta:')).toEqual({ ok: false, problem: 'not-digits' })
    expect(readFolio('Folio: 12')).toEqual({ ok: false, problem: 'not-a-folio' })
  })
})

describe('what was perhaps meant', () => {
  it('has digits for the letters among digits, and keeps what the number begins with', () => {
    expect(findLookalikes('BO 4O43 2S0l')).toEqual({
      meant: 'BO 4043 2501',
      letters: [
        { letter: 'O', digit: '0' },
        { letter: 'S', digit: '5' },
        { letter: 'L', digit: '1' },
      ],
    })
    for (const typed of ['DE 4043 2503', 'SOL', '']) expect(findLookalikes(typed)).toBeNull()
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
