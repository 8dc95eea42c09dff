import type { z } from 'zod'
import { bound } from '../bounds/bound.ts'
import { wordColumns } from '../search/accountWords.ts'
import { accountKey } from '../../shared/domain/accountNumber.ts'
import { folioKey } from '../../shared/domain/folio.ts'
import { fiscalKeyOf, paymentKeyOf } from '../../shared/domain/invoiceCodes.ts'
import { significantCharacters } from '../../shared/domain/invoiceNumber.ts'
import * as schemas from '../../shared/utility-api/generated/zod.gen.ts'
import { withoutUnusablePatterns, writableZone } from './zoneSchema.ts'

/** A value that SQLite can bind. */
export type Cell = string | number | null

/** The table of one entity of the feed. */
export interface FeedTable {
  /** Its name in the feed. */
  entity: string
  table: string
  /** The columns beside `id`, `rev`, `deleted` and `data`. */
  columns: readonly string[]
  /** The columns that a deletion keeps. */
  outlasting: readonly string[]
  /**
   * Validates `data` by the entity's schema and limits the length of its texts. Returns the values of the columns, then the JSON of the known
   * properties. `withheld`: the paths of invalid parts that were left out.
   */
  read(data: unknown): { ok: true; id: string; cells: Cell[]; withheld: string[] } | { ok: false; issue: Issue | undefined }
}

/** Where the data are invalid, and how. */
type Issue = Pick<z.core.$ZodIssue, 'path' | 'code'>

type Columns<T> = Record<string, (thing: T) => string | null | undefined>

interface Particulars<T> {
  outlasting?: readonly string[]
  /** Leaves out invalid parts. */
  without?: (thing: T) => { thing: T; withheld: string[] }
}

function feedTable<T extends { id: string }>(
  entity: string,
  schema: z.ZodType<T>,
  columns: Columns<T> = {},
  { outlasting = [], without = (thing) => ({ thing, withheld: [] }) }: Particulars<T> = {},
): FeedTable {
  const values = Object.values(columns)
  return {
    entity,
    table: entity.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`),
    columns: Object.keys(columns),
    outlasting,
    read(data) {
      const parsed = schema.safeParse(data)
      if (!parsed.success) return { ok: false, issue: parsed.error.issues[0] }
      const { thing: usable, withheld } = without(parsed.data)
      const bounded = bound(entity, usable)
      if (!bounded.ok) return { ok: false, issue: { path: bounded.path, code: 'too_big' } }
      const thing = bounded.value
      const cells: Cell[] = values.map((value) => value(thing) ?? null)
      cells.push(JSON.stringify(thing))
      return { ok: true, id: thing.id, cells, withheld: [...withheld, ...bounded.withheld] }
    },
  }
}

/** Every entity that is cached; changes of others are skipped. */
export const feedTables: readonly FeedTable[] = [
  feedTable('zone', writableZone, {}, { without: withoutUnusablePatterns }),
  feedTable('account', schemas.zAccount, {
    zone_id: (account) => account.zoneId,
    number_key: (account) => accountKey(account.number),
    check_digit: (account) => account.checkDigit,
    ...wordColumns,
  }),
  feedTable('invoice', schemas.zInvoice, {
    account_id: (invoice) => invoice.accountId,
    number_key: (invoice) => significantCharacters(invoice.number),
    issued_on: (invoice) => invoice.issuedOn,
    payment_key: paymentKeyOf,
    fiscal_key: fiscalKeyOf,
  }),
  feedTable('movement', schemas.zMovement, {
    account_id: (movement) => movement.accountId,
    posted_on: (movement) => movement.postedOn,
  }),
  feedTable('reading', schemas.zReading, { account_id: (reading) => reading.accountId, taken_on: (reading) => reading.takenOn }),
  feedTable('agreement', schemas.zAgreement, { account_id: (agreement) => agreement.accountId }),
  feedTable(
    'request',
    schemas.zRequest,
    {
      account_id: (request) => request.accountId,
      local_folio: (request) => request.localFolio && folioKey(request.localFolio),
      command_id: (request) => request.commandId?.toLowerCase(),
    },
    // After a deletion the command still counts as answered by the feed, and is not shown as pending again.
    { outlasting: ['local_folio', 'command_id'] },
  ),
  feedTable('payment', schemas.zPayment, { account_id: (payment) => payment.accountId, paid_on: (payment) => payment.paidOn }),
  feedTable('bank', schemas.zBank),
  feedTable('payPlace', schemas.zPayPlace, { zone_id: (place) => place.zoneId }),
  feedTable('topic', schemas.zTopic),
  feedTable('faq', schemas.zFaq),
  feedTable('notice', schemas.zNotice, { account_id: (notice) => notice.accountId }),
  feedTable('legalText', schemas.zLegalText, { kind: (text) => text.kind }),
  feedTable('clerk', schemas.zClerk),
]

export const ownedByAccount = feedTables.filter(({ columns }) => columns.includes('account_id'))

/** Cells of one row: `id`, `rev`, `deleted`, the columns, `data`. */
export const widthOf = ({ columns }: FeedTable): number => columns.length + 4
