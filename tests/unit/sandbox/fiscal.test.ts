import { describe, expect, it } from 'vitest'
import { inventAccount } from '../../../electron/sandbox/sample/records.ts'
import { addMonths } from '../../../electron/sandbox/sample/calendar.ts'
import { checkDigitOf } from '../../../shared/domain/checkDigit.ts'

const files = Array.from({ length: 120 }, (_, index) => inventAccount(index, '2026-11-21'))
const recent = files.flatMap((file) => file.invoices.slice(-3))
const cfdi = recent.flatMap((invoice) => (invoice.fiscal?.scheme === 'cfdi-4.0' ? [{ invoice, fiscal: invoice.fiscal }] : []))
const cfe = recent.flatMap((invoice) => (invoice.fiscal?.scheme === 'cfe-uy' ? [{ invoice, fiscal: invoice.fiscal }] : []))

describe('fiscal data', () => {
  it('stands on the latest invoices of every account', () => {
    expect(cfdi.length + cfe.length).toBe(recent.length)
    expect(cfe.length).toBeGreaterThan(0)
  })

  it('verifies a CFDI by its UUID, both RFCs, the total and the end of the seal', () => {
    for (const { invoice, fiscal } of cfdi) {
      expect(fiscal.folio).toMatch(/^[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/)
      expect(fiscal.issuerSeal).toMatch(/^[A-Za-z0-9+/]{342}==$/)
      const [base, query = ''] = fiscal.verificationUrl.split('?')
      expect(base).toBe('https://verificacfdi.facturaelectronica.sat.gob.mx/default.aspx')
      const fields = /^id=(.+)&re=(.+)&rr=(.+)&tt=(.+)&fe=(.+)$/.exec(query)?.slice(1)
      const escaped = fiscal.receiver?.taxId.replaceAll('&', '&amp;')
      expect(fields?.[0]).toBe(fiscal.folio)
      expect(fields?.[1]).toBe(fiscal.issuer?.taxId)
      expect(fields?.[2]).toBe(escaped)
      expect(fields?.[3]).toMatch(/^\d+\.\d*[1-9]$|^\d+\.0$/)
      expect(Math.round(Number(fields?.[3]) * 100)).toBe(invoice.total)
      expect(fields?.[4]).toBe(fiscal.issuerSeal?.slice(-8))
    }
    expect(files[0]?.invoices.at(-1)?.fiscal?.verificationUrl).toContain('&tt=1284.5&')
    expect(cfdi.some(({ fiscal }) => fiscal.receiver?.taxId.includes('&'))).toBe(true)
  })

  it('verifies a CFE by its seven parts, within the range of its CAE', () => {
    for (const { invoice, fiscal } of cfe) {
      const [base, query = ''] = fiscal.verificationUrl.split('?')
      expect(base).toBe('https://www.efactura.dgi.gub.uy/consultaQR/cfe')
      const [ruc, type, series, number, amount, date, hash] = query.split(',')
      expect(ruc).toBe(fiscal.issuer?.taxId)
      expect(fiscal.documentType).toContain(`(${type})`)
      expect(`${series} ${number}`).toBe(fiscal.folio)
      expect(Math.round(Number(amount) * 100)).toBe(invoice.total)
      expect(date).toBe(invoice.issuedOn.split('-').reverse().join('/'))
      expect(hash?.slice(0, 6)).toBe(fiscal.securityCode)
      expect(fiscal.cae && fiscal.cae.from <= Number(number) && Number(number) <= fiscal.cae.to).toBe(true)
      expect(fiscal.cae && fiscal.cae.expiresOn > invoice.issuedOn).toBe(true)
    }
  })
})

describe('identity numbers', () => {
  const holders = files.map((file) => file.account.holder)
  const numbersOf = (type: string): string[] => holders.filter((each) => each.documentType === type).map((each) => each.documentNumber)

  it('have the form of a CURP and of an RFC', () => {
    expect(numbersOf('CURP').length).toBeGreaterThan(50)
    for (const curp of numbersOf('CURP')) expect(curp).toMatch(/^[A-Z]{4}\d{6}[HM][A-Z]{5}\d{2}$/)
    for (const rfc of numbersOf('RFC')) expect(rfc).toMatch(/^[A-Z&]{3}\d{6}[A-Z1-9]{3}$/)
  })

  it('have the right check digit on a Uruguayan identity card', () => {
    expect(numbersOf('CI').length).toBeGreaterThan(5)
    for (const card of numbersOf('CI')) {
      const digits = [...card.replace(/\D/g, '')].map(Number)
      const weighted = [2, 9, 8, 7, 6, 3, 4, 1].map((weight, place) => weight * (digits[place] ?? 0))
      expect(weighted.reduce((total, each) => total + each, 0) % 10).toBe(0)
    }
  })

  it('end payment references with a base 10 check digit', () => {
    for (const { paymentReference = '' } of recent) {
      expect(checkDigitOf(paymentReference.slice(0, -1), 'luhn')).toBe(paymentReference.slice(-1))
    }
  })
})

describe('the calendar', () => {
  it('moves the 31st to the last day of a shorter month', () => {
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2026-01-15', -13)).toBe('2024-12-15')
  })
})
