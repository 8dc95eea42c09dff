import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paymentReference, partsOf, shortDate, glnOf, type SlipRule } from '../../../shared/domain/paymentReference.ts'
import { referencesIn } from '../../../shared/domain/referencesIn.ts'
import { banks } from '../../../electron/sandbox/data/banks.ts'

const rules = banks.flatMap(({ slip }) => (slip ? [slip] : []))
const digits = fc.stringMatching(/^[0-9]{6,22}$/)
const charges = fc.record({
  reference: digits,
  amount: fc.integer({ min: 1, max: 999_999_999 }),
  payBy: fc.date({ min: new Date('2020-01-01'), max: new Date('2036-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
})
const anyRule: fc.Arbitrary<SlipRule> = fc.record(
  {
    symbology: fc.constantFrom('code128', 'itf', 'gs1-128'),
    algorithm: fc.constantFrom('none', 'base10', 'base97'),
    baseYear: fc.constantFrom(2013, 2014),
    prefix: fc.constantFrom('', '20', '7504000000006'),
    includes: fc.subarray(['reference', 'amount', 'dueOn'] as const, { minLength: 1 }).map((parts) => [...parts]),
  },
  { requiredKeys: ['symbology', 'algorithm', 'baseYear'] },
)

/** What a reader takes from the bars; a scanner that sends no separator leaves it out. */
function barsOf(rule: SlipRule, charge: { reference: string; amount: number; payBy: string }, separator: string): string | null {
  const made = paymentReference(rule, charge)
  if (!made.ok) return null
  if (rule.symbology !== 'gs1-128') return made.value
  const parts = partsOf(rule)
  const gln = glnOf(rule)
  const date = parts.includes('dueOn') ? `12${shortDate(charge.payBy)}` : ''
  return `${gln === null ? '' : `415${gln}`}${date}8020${made.value}${parts.includes('amount') ? `${separator}3902${charge.amount}` : ''}`
}

describe('the reference in what is scanned', () => {
  it('is found under the additions of every bank of the sample data', () => {
    fc.assert(
      fc.property(charges, fc.constantFrom(...rules), fc.constantFrom('', '\u001D'), (charge, rule, separator) => {
        const bars = barsOf(rule, charge, separator)
        if (bars !== null) expect(referencesIn(bars, rules)).toContain(charge.reference)
      }),
    )
  })

  it('is found under any rule that a bank may have', () => {
    fc.assert(
      fc.property(charges, anyRule, fc.constantFrom('', '\u001D'), (charge, rule, separator) => {
        const bars = barsOf(rule, charge, separator)
        if (bars !== null) expect(referencesIn(bars, [rule])).toContain(charge.reference)
      }),
    )
  })

  it('stands as it is on the bill, in any spelling', () => {
    expect(referencesIn('1800-0359 7000.02387', [])).toEqual(['18000359700002387'])
    expect(referencesIn('ref-12345a', rules)).toContain('REF12345A')
  })

  it('is found under a prefix in another case', () => {
    const rule: SlipRule = { symbology: 'code128', algorithm: 'none', prefix: 'Gas' }
    for (const text of ['GAS12345', 'gas12345']) expect(referencesIn(text, [rule])).toContain('12345')
  })

  it('is not found under a check digit that is wrong', () => {
    const rule: SlipRule = { symbology: 'code128', algorithm: 'base10' }
    expect(referencesIn('180003597000023871', [rule])).toContain('18000359700002387')
    expect(referencesIn('180003597000023872', [rule])).not.toContain('18000359700002387')
  })

  it('is looked for in few ways, and not at all in what no bars hold', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), (text) => {
        expect(referencesIn(text, rules).length).toBeLessThan(20)
      }),
    )
    const start = '2358'.repeat(8)
    const many = Array.from(start, (_, length): SlipRule => ({ symbology: 'gs1-128', algorithm: 'none', prefix: start.slice(0, length) }))
    expect(referencesIn(`8020${start}${'3902'.repeat(4)}`, many)).toHaveLength(60)
    expect(referencesIn('1'.repeat(101), rules)).toEqual([])
  })
})
