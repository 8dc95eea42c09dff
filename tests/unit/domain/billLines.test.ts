import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isProduct, kindOfLine, type BillLine } from '../../../shared/domain/billLines.ts'
import type { MeteredBill } from '../../../shared/domain/billMeasure.ts'

const line: BillLine = { description: 'Otro', quantity: null, unit: null, unitPrice: null, amount: 100 }
const computed = (quantity: number, unitPrice: number, amount: number): BillLine => ({ ...line, quantity, unitPrice, amount })

describe('quantity × price', () => {
  it('is the amount exactly where the cents agree, and not a cent beside it', () => {
    const millionths = fc.integer({ min: -99_999_999, max: 999_999_999 })
    fc.assert(
      fc.property(millionths, fc.integer({ min: -999_999, max: 999_999 }), fc.constantFrom(0, 2, 3), (price, thousandths, digits) => {
        // In whole numbers: price × quantity has nine decimals.
        const product = BigInt(price) * BigInt(thousandths) * 10n ** BigInt(digits)
        const half = product < 0n ? -500_000_000n : 500_000_000n
        const amount = Number((product + half) / 1_000_000_000n)
        const told = (minor: number) => isProduct(computed(thousandths / 1_000, price / 1_000_000, minor), digits)
        expect([told(amount), told(amount + 1), told(amount - 1)]).toEqual([true, false, false])
      }),
    )
  })

  it.each([
    ['half a cent goes up', computed(1, 1.005, 101), 2, true],
    ['half a cent of a credit goes down', computed(-1, 1.005, -101), 2, true],
    ['six decimals', computed(87, 12.00954, 104_483), 2, true],
    ['a currency without decimals', computed(2.5, 1_001, 2_503), 0, true],
    ['nine digits', computed(1_000_000, 987.654321, 98_765_432_100), 2, true],
    ['nothing', computed(0, 9.85, 0), 2, true],
    ['seven decimals, which are not all shown', computed(1, 1.0000001, 100), 2, false],
    ['no price', { ...line, quantity: 1 }, 2, false],
    ['no quantity', { ...line, unitPrice: 1 }, 2, false],
  ] as const)('%s', (_, each, digits, told) => expect(isProduct(each, digits)).toBe(told))
})

describe('what a line is for', () => {
  const bill: MeteredBill = { consumption: 26, conversionFactor: null, billedUnit: null, previousReading: null, currentReading: null, lines: [] }
  const kind = (change: Partial<BillLine>) => kindOfLine({ ...line, ...change }, bill, 'm³')

  it.each([
    ['Consumo', { quantity: 26, unit: 'm³' }, 'consumed'],
    ['Cargo fijo mensual', {}, 'fixed'],
    ['Cuota fija', {}, 'fixed'],
    ['Saldo anterior', {}, 'previous'],
    ['ADEUDO ANTERIOR', {}, 'previous'],
    ['Saldo pendiente de facturas anteriores', {}, 'previous'],
    ['Saldo anterior', { amount: -100 }, 'previousCredit'],
    ['Saldo anterior', { amount: 0 }, null],
    ['Ajuste por lectura estimada', { amount: -100 }, 'credit'],
    ['Cargo fijo', { amount: -100 }, 'credit'],
    ['Ajuste por lectura estimada', {}, null],
    ['Cargo por servicio', {}, null],
    ['Recargo sobre saldo anterior', {}, null],
    ['Prefijo del medidor', {}, null],
    ['Reposición de medidor', { quantity: 1, unit: 'pieza' }, null],
  ] as const)('%s %j: %s', (description, change, expected) => expect(kind({ description, ...change })).toBe(expected))
})
