import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LONGEST_CODE, SEPARATOR } from '../../../shared/domain/scannedText.ts'
import { fiscalCodeOf, isSameCode, readFiscalCode } from '../../../shared/domain/fiscalCode.ts'
import { writeFolio } from '../../../shared/domain/folio.ts'
import { keyLayouts, possibleTexts, typedUnder } from '../../../shared/domain/keyboardTables.ts'
import { readScannedCode } from '../../../shared/domain/scannedCode.ts'

const UUID = '6F2A9C31-04BE-4D7A-9E55-1C0B7A3D8F42'
const SAT = 'https://verificacfdi.facturaelectronica.sat.gob.mx/default.aspx'
const cfdi = (tt = '1284.5', fe = 'kL9+/w==') => `${SAT}?id=${UUID}&re=GND950101AB1&rr=XAXX010101000&tt=${tt}&fe=${fe}`
const cfe = (date = '21/11/2026', hash = 'b6+/Xk0=') => `https://www.efactura.dgi.gub.uy/consultaQR/cfe?211234560018,101,A,140500,1284.50,${date},${hash}`

const layout = fc.constantFrom(...keyLayouts)
const layoutPairs = fc.record({ scanner: layout, system: layout })
const swapCase = (text: string): string =>
  text.replace(/[a-zñ]/giu, (letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()))

describe('what keys write under another layout', () => {
  it.each([
    ['spanish', "K07'20261121'00428"],
    ['latinAmerican', "K07'20261121'00428"],
    ['us', 'K07-20261121-00428'],
  ] as const)('a folio of a US scanner under %s', (system, typed) => {
    expect(typedUnder('K07-20261121-00428', { scanner: 'us', system })).toBe(typed)
  })

  it('an address of a US scanner under Spanish has ñ for the colon, hyphens for the strokes', () => {
    expect(typedUnder('https://x.mx/a?id=1&b=2', { scanner: 'us', system: 'spanish' })).toBe('httpsÑ--x.mx-a_id¡1/b¡2')
  })

  it('is always among what may have been meant', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9:/?=&.,+%_;-]{1,60}$/), layoutPairs, (text, pair) => {
        expect(possibleTexts(typedUnder(text, pair))).toContain(text)
      }),
    )
  })
})

describe('a fiscal QR', () => {
  it.each([cfdi('1284.50'), cfdi('0000001284.500000'), cfdi().replaceAll('GND', 'G&amp;D'), swapCase(cfdi())])('names its invoice: %s', (text) => {
    expect(readFiscalCode(text)).toEqual({ key: UUID, total: 1284.5, date: null, mark: 'kl9w' })
  })

  it.each([cfe(), cfe('20261121'), cfe('21/11/2026', 'b6%2B%2FXk0%3D')])('of Uruguay too: %s', (text) => {
    expect(readFiscalCode(text)).toEqual({ key: '211234560018,101,A,140500', total: 1284.5, date: '20261121', mark: 'b6xk0' })
  })

  it('without its hash a CFE can be made up', () => {
    expect(readFiscalCode(cfe('20261121', ''))).toBeNull()
  })

  it('agrees with the invoice in all that both say', () => {
    const code = fiscalCodeOf({ scheme: 'cfdi-4.0', verificationUrl: cfdi() })
    const scanned = (text: string) => readFiscalCode(text) ?? expect.fail(text)
    expect(code && isSameCode(scanned(cfdi('1284.500')), code)).toBe(true)
    expect(code && isSameCode(scanned(cfdi('1284.51')), code)).toBe(false)
    expect(code && isSameCode(scanned(cfdi('1284.5', 'kL9+/x==')), code)).toBe(false)
    const uruguayan = fiscalCodeOf({ scheme: 'cfe-uy', verificationUrl: cfe() })
    expect(uruguayan && isSameCode(scanned(cfe('20261121')), uruguayan)).toBe(true)
    expect(uruguayan && isSameCode(scanned(cfe('20261122')), uruguayan)).toBe(false)
  })

  it('is known by the fiscal data where the invoice keeps no address', () => {
    expect(fiscalCodeOf({ scheme: 'cfdi-4.0', verificationUrl: '', folio: UUID.toLowerCase(), issuerSeal: 'aaaakL9+/w==' })).toMatchObject({
      key: UUID,
      mark: 'kl9w',
    })
    const issuer = { name: 'Gas de la Bahía', taxId: '211234560018' }
    for (const folio of ['A 140500', 'A-140500', 'a140500']) {
      const known = fiscalCodeOf({ scheme: 'cfe-uy', verificationUrl: '', folio, documentType: 'e-Ticket (101)', issuer, securityCode: 'b6+/Xk' })
      expect(known?.key).toBe('211234560018,101,A,140500')
    }
    expect(fiscalCodeOf({ scheme: 'cfe-uy', verificationUrl: '', folio: 'A 140500', documentType: 'e-Ticket (101)', issuer })).toBeNull()
    expect(fiscalCodeOf({ scheme: 'cfe-uy', verificationUrl: '' })).toBeNull()
    expect(fiscalCodeOf(null)).toBeNull()
  })
})

it('a CFE must begin with the security code where the invoice keeps no address of the authority', () => {
  const issuer = { name: 'Gas de la Bahía', taxId: '211234560018' }
  const fiscal = { scheme: 'cfe-uy', folio: 'A 140500', documentType: 'e-Ticket (101)', issuer, securityCode: 'b6+/Xk' } as const
  const known = fiscalCodeOf({ ...fiscal, verificationUrl: 'https://facturas.example.uy/?c=140500' })
  const isSame = (hash: string) => known && isSameCode(readFiscalCode(cfe('20261121', hash)) ?? expect.fail(hash), known)
  expect([isSame('b6+/Xk0='), isSame('b6+/Xk'), isSame('b6+/Xl0='), isSame('b6')]).toEqual([true, true, false, false])
})

describe('what was scanned', () => {
  const folios = fc.record({
    series: fc.stringMatching(/^[A-Z0-9]{2,6}$/),
    day: fc.date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
    number: fc.integer({ min: 1, max: 9999 }),
  })

  it('is told under every two layouts, also with the caps lock on', () => {
    fc.assert(
      fc.property(folios, layoutPairs, fc.boolean(), (parts, pair, capsLock) => {
        const read = (text: string) => readScannedCode(capsLock ? swapCase(typedUnder(text, pair)) : typedUnder(text, pair))
        const folio = writeFolio(parts)
        expect(read(folio)).toEqual({ kind: 'folio', folio })
        expect(read(cfdi())).toEqual({ kind: 'fiscal', code: readFiscalCode(cfdi()) })
        expect(read(cfe())).toEqual({ kind: 'fiscal', code: readFiscalCode(cfe()) })
        expect(read('08140989917404325036')).toEqual({ kind: 'number', texts: ['08140989917404325036'] })
      }),
    )
  })

  it('of digits alone is never a folio', () => {
    expect(readScannedCode('0720261121004280')?.kind).toBe('number')
    expect(readScannedCode('K07-20261121-00429')?.kind).toBe('number')
  })

  it.each([
    `https://example.com/default.aspx?id=${UUID}&re=A&rr=B&tt=1&fe=x`,
    `https://sat.gob.mx.example.com/default.aspx?id=${UUID}`,
    `https://example.com/sat.gob.mx/?id=${UUID}`,
    `https://example.com/?x=https://verificacfdi.facturaelectronica.sat.gob.mx/default.aspx?id=${UUID}`,
    SAT,
    `${SAT}?id=1`,
    'WIFI:S:Sucursal;T:WPA;P:12345678;;',
    'javascript:alert(12345)',
    "1234'; DROP TABLE invoice; --",
    '1234\u0000567',
    '1234\u001B[2J',
    'gracias',
    '',
    '0'.repeat(LONGEST_CODE + 1),
    '0'.repeat(LONGEST_CODE),
  ])('by somebody else is none of ours: %j', (text) => {
    expect(readScannedCode(text)).toBeNull()
  })

  it('is harmless whatever it is, and however long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
        const code = readScannedCode(text)
        if (code?.kind === 'number') for (const one of code.texts) expect(one.replaceAll(SEPARATOR, ' ')).toMatch(/^[\]A-Z0-9 .-]+$/i)
      }),
    )
  })
})
