import { isTimeZone } from '../../shared/domain/dates.ts'
import { zZone } from '../../shared/utility-api/generated/zod.gen.ts'

/** ISO 4217, which the contract's examples are of. */
const CURRENCY = /^[A-Z]{3}$/

/** A zone whose days or amounts nobody can write would fail every screen: it is set aside like whatever else is not what the contract says. */
export const writableZone = zZone
  .refine(({ timeZone }) => isTimeZone(timeZone), { path: ['timeZone'] })
  .refine(({ currency }) => CURRENCY.test(currency), { path: ['currency'] })
