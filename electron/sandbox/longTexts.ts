import type { Change } from '../../shared/utility-api/generated/types.gen.ts'
import { catalogue } from './sample/catalogue.ts'
import { knownAccounts } from './sample/known.ts'
import { created, inventAccount } from './sample/records.ts'

/** How many characters every text has. */
export type TextLength = number

/** Of each kind of thing of the account: with all of them, megabytes of text would make a feed of a gigabyte. */
const NEWEST = 2
const OF_EVERYONE = new Set(['notice', 'topic'])

/** By what things are found and told apart, and what a schema allows but a few values of. */
const KEPT = /^(?:id|.*Ids?|number|folio|localFolio|checkDigit|kind|status|scheme|form|invoiceDelivery|documentDigest)$/
const DATE = /^\d{4}-\d\d-\d\d/

/** The account in Monterrey, the newest things of it, the notices and the topics, with every text so long. Amounts and numbers stay as they are. */
export function longTexts(today: string, length: TextLength): Change[] {
  const { account, invoices, others } = inventAccount(knownAccounts.monterrey.index, today)
  const own = [created('account', account), ...invoices.map((invoice) => created('invoice', invoice)), ...others]
  const newest = [...Map.groupBy(own, ({ entity }) => entity).values()].flatMap((things) => things.slice(-NEWEST))
  const shared = catalogue(today, []).filter(({ entity }) => OF_EVERYONE.has(entity))
  return [...newest, ...shared].map((change) => ({ ...change, data: lengthen(change.data, '', length) as Record<string, unknown> }))
}

function lengthen(value: unknown, field: string, length: TextLength): unknown {
  if (KEPT.test(field)) return value
  if (typeof value === 'string') return DATE.test(value) ? value : repeated(value, length)
  if (Array.isArray(value)) return value.map((item) => lengthen(item, field, length))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, lengthen(inner, name, length)]))
}

/** Words again and again; a reference or a number stays in one piece. */
function repeated(text: string, length: TextLength): string {
  const unit = text === '' ? 'x' : /^[\d ]+$/.test(text) ? text : `${text} `
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
}

const MEGABYTE = 1_000_000
const LONGEST = 4 * MEGABYTE

/** `20000` characters, or `1MB`; null for anything else. */
export function readTextLength(text: string): TextLength | null {
  const [, count = '', unit] = /^(\d{1,7})(MB)?$/.exec(text) ?? []
  const length = Number(count) * (unit ? MEGABYTE : 1)
  return length >= 1 && length <= LONGEST ? length : null
}
