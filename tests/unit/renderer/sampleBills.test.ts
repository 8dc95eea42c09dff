import { describe, expect, it } from 'vitest'
import { zoneProfiles } from '../../../electron/sandbox/sample/zones.ts'
import { billKinds, sampleBill } from '../../../renderer/areas/lookup/sampleBills.ts'
import { sampleNumber } from '../../../renderer/areas/lookup/sampleNumber.ts'
import type { Zone } from '../../../shared/contract/kiosk.ts'
import { readAccountNumber } from '../../../shared/domain/accountNumber.ts'
import { checkDigitOf } from '../../../shared/domain/checkDigit.ts'
import { readInvoiceNumber } from '../../../shared/domain/invoiceNumber.ts'
import { isUsablePattern, matchesPattern } from '../../../shared/domain/pattern.ts'
import { sampleZones } from '../../fakes/kioskSamples.ts'

const noRule = { label: null, pattern: null, help: null }
const described: Zone[] = zoneProfiles.map(({ zone }) => ({
  ...(sampleZones[0] as Zone),
  ...zone,
  cities: [],
  locale: zone.locale ?? 'es-MX',
  emergencyPhone: null,
  regulator: null,
  account: { ...noRule, ...zone.identifiers?.account },
  invoice: { ...noRule, ...zone.identifiers?.invoice },
}))
const zoneOf = (id: string): Zone => described.find((zone) => zone.id === id) as Zone

describe('the sample bill', () => {
  it('is that of the zone: Mexican gas, Uruguayan gas, Mexican and Uruguayan water', () => {
    const uruguayanWater = { ...zoneOf('zona-montevideo'), service: 'water' as const }
    const layouts = [zoneOf('zona-monterrey'), zoneOf('zona-montevideo'), zoneOf('zona-queretaro'), uruguayanWater].map((zone) => sampleBill(zone).layout)
    expect(layouts).toEqual(['gas-mx', 'gas-uy', 'water-mx', 'water-uy'])
  })

  it.each(described.map((zone) => [zone.name, zone] as const))('shows for %s numbers that the form accepts', (_, zone) => {
    const { account, invoice } = sampleBill(zone)
    expect(readAccountNumber(account.printed ?? '', zone.account.pattern).ok).toBe(true)
    expect(readInvoiceNumber(invoice.printed ?? '', zone.invoice.pattern).ok).toBe(true)
    expect([account.label, invoice.label]).toEqual([zone.account.label, zone.invoice.label])
  })

  it('shows the numbers as that zone prints them', () => {
    const numbers = (id: string) => [sampleBill(zoneOf(id)).account, sampleBill(zoneOf(id)).invoice].map(({ printed, checkDigit }) => `${printed}${checkDigit}`)
    expect(numbers('zona-monterrey')).toEqual(['40989917-7', 'DE 4043 2503'])
    expect(numbers('zona-montevideo')).toEqual(['367573', 'A-140.500.275'])
    expect(numbers('zona-queretaro')).toEqual(['85831366-1', 'AG-4035.0406'])
    expect(checkDigitOf('85831366', 'luhn')).toBe('1')
  })

  it('names no Cuenta and no Control where the zone prints other labels', () => {
    expect([sampleBill(zoneOf('zona-monterrey')).account.place, sampleBill(zoneOf('zona-monterrey')).invoice.place]).toEqual(['besideCuenta', 'underControl'])
    const labelled = { ...zoneOf('zona-monterrey'), account: { ...noRule, label: 'Póliza' }, invoice: { ...noRule, label: 'Folio' } }
    expect([sampleBill(labelled).account.place, sampleBill(labelled).invoice.place]).toEqual(['topLeft', 'topRight'])
  })

  it('is one kind for each company, and is told apart by zones where a company has several', () => {
    expect(billKinds(described).map(({ name }) => name)).toEqual(['Gas del Norte', 'Gas de la Bahía', 'Aguas de Cantera Rosa'])
    const [one, two] = [zoneOf('zona-monterrey'), { ...zoneOf('zona-nuevo-laredo'), account: { ...noRule, label: 'Póliza' } }]
    expect(billKinds([one, two]).map(({ name }) => name)).toEqual(['Gas del Norte · Monterrey', 'Gas del Norte · Nuevo Laredo'])
  })
})

describe('a number after a pattern', () => {
  it.each([
    '[0-9]{6}',
    '\\d{1,8}',
    '(?:DE|ZE)\\d{8}',
    '[A-Z]{2}[0-9]{8}',
    'A[0-9]{9}',
    '^[1-9][0-9]*$',
    '(\\d{3}){2}',
    '[^A-Z]{5,7}',
    'R.\\w+',
    'X?\\d{4,}',
    '([0-9][A-F]){3}|Z',
  ])('is accepted by %s', (pattern) => {
    const sample = sampleNumber(pattern, 'DE40432503')
    expect(sample).not.toBeNull()
    expect(isUsablePattern(pattern)).toBe(true)
    expect(matchesPattern(pattern, sample ?? '')).toBe(true)
  })

  it.each(['(?=.*1)[0-9]+', '[0-9]{900}', '(', '[0-9', '\\p{L}+', '[a-z]+', '-{4}', ''])('is none where %s is beyond what is read', (pattern) => {
    expect(sampleNumber(pattern, '40989917')).toBeNull()
  })

  it('S53 is written at once for a pattern that backtracks without end', () => {
    expect(sampleNumber('((((((a*)*)*)*)*)*)*$', '40989917')).toBeNull()
    expect(sampleNumber('(([0-9]+)+)+', '40989917')).toMatch(/^[0-9]+$/)
    expect(sampleNumber('('.repeat(5000), '40989917')).toBeNull()
    expect(sampleNumber(`${'([0-9]'.repeat(30)}${')+'.repeat(30)}`, '40989917')).toBeNull()
  })
})
