import { isTimeZone } from '../../shared/domain/dates.ts'
import { isUsablePattern } from '../../shared/domain/pattern.ts'
import type { Zone } from '../../shared/utility-api/generated/types.gen.ts'
import { zZone } from '../../shared/utility-api/generated/zod.gen.ts'

/** ISO 4217, as in the contract's examples. */
const CURRENCY = /^[A-Z]{3}$/

/** A zone with a time zone or currency that cannot be formatted would fail every screen: it is set aside like any invalid change. */
export const writableZone = zZone
  .refine(({ timeZone }) => isTimeZone(timeZone), { path: ['timeZone'] })
  .refine(({ currency }) => CURRENCY.test(currency), { path: ['currency'] })

/** Bills have a handful of codes; each scan tries every rule. */
const MOST_BILL_CODES = 20

/** A zone without its invalid patterns, and their paths. It is used as if it had no such pattern. */
export function withoutUnusablePatterns(zone: Zone): { thing: Zone; withheld: string[] } {
  const thing = structuredClone(zone)
  const { identifiers, password } = thing
  const rules = Object.entries({ 'identifiers.account': identifiers?.account, 'identifiers.invoice': identifiers?.invoice, password })
  const withheld: string[] = []
  for (const [place, rule] of rules) {
    if (rule?.pattern === undefined || isUsablePattern(rule.pattern)) continue
    delete rule.pattern
    withheld.push(`${place}.pattern`)
  }
  const codes = thing.billCodes?.slice(0, MOST_BILL_CODES).filter(({ pattern }) => isUsablePattern(pattern))
  if (codes && codes.length < (thing.billCodes?.length ?? 0)) {
    thing.billCodes = codes
    withheld.push('billCodes')
  }
  return { thing, withheld }
}
