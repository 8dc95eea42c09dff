import { formatDate } from '../../shared/domain/dates.ts'
import { isOwed, type KnownInvoice } from '../../shared/domain/owed.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import { findAccount } from '../cache/queries/accounts.ts'
import { findBank } from '../cache/queries/banks.ts'
import { findCommand } from '../cache/queries/commands.ts'
import { findInvoice } from '../cache/queries/invoices.ts'
import { findZone } from '../cache/queries/zones.ts'
import type { ReadableDb } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import type { Counter } from '../session/counter.ts'
import { localeOf } from './conventions.ts'
import type { DocumentKind, Refs } from '../documents/documentType.ts'
import { whyNotOwed } from '../documents/owedInvoices.ts'
import { judgeRange } from '../documents/statement/judgeRange.ts'

/** Whose a document is, and what the person knows it by. */
export interface Claim {
  /** Null for what was filed without an account, and for a turn. */
  accountId: string | null
  name: string
}

type Judges = { [K in DocumentKind]: (ref: Refs[K]) => Result<Claim> }

/** May the session have it? One answer for what does not exist and for what is somebody else's. */
export function createClaims({ db, clock, counter }: { db: ReadableDb; clock: Clock; counter: Pick<Counter, 'current' | 'mayRead'> }): Judges {
  const ofAccount = ({ accountId, name }: { accountId: string; name: string }): Result<Claim> =>
    counter.mayRead(accountId) ? success({ accountId, name }) : failure({ code: 'not-allowed' })

  const toPay = (invoiceIds: readonly string[]): Result<Claim> => {
    const invoices = invoiceIds.map((id) => findInvoice(db, id))
    if (!areOfOne(invoices) || !counter.mayRead(invoices[0].accountId)) return failure({ code: 'not-allowed' })
    if (!invoices.every(isOwed)) return failure({ code: whyNotOwed(invoices) })
    return success({ accountId: invoices[0].accountId, name: invoices.map(({ number }) => number).join(', ') })
  }

  return {
    duplicate({ invoiceId }) {
      const invoice = findInvoice(db, invoiceId)
      return invoice ? ofAccount({ accountId: invoice.accountId, name: invoice.number }) : failure({ code: 'not-allowed' })
    },
    receipt({ commandId }) {
      const command = findCommand(db, commandId)
      if (command?.sessionId !== counter.current().id) return failure({ code: 'not-allowed' })
      return success({ accountId: command.accountId, name: command.localFolio })
    },
    statement({ accountId, from, to }) {
      if (!counter.mayRead(accountId)) return failure({ code: 'not-allowed' })
      const fields = judgeRange({ db, clock }, { accountId, from, to })
      if (fields.length > 0) return failure({ code: 'invalid-fields', fields })
      const written = (date: string): string => formatDate(date, localeOfAccount(db, accountId), 'numeric')
      return success({ accountId, name: `${written(from)} – ${written(to)}` })
    },
    consumption: ({ accountId }) => ofAccount({ accountId, name: findAccount(db, accountId)?.number ?? '' }),
    slip({ bankId, invoiceIds }) {
      const claimed = toPay(invoiceIds)
      const bank = findBank(db, bankId)
      if (!claimed.ok) return claimed
      return bank ? success({ ...claimed.value, name: `${bank.name} · ${claimed.value.name}` }) : failure({ code: 'not-allowed' })
    },
    cashTicket: ({ invoiceIds }) => toPay(invoiceIds),
    turn: () => success({ accountId: null, name: '' }),
    testPage: () => failure({ code: 'not-allowed' }),
  }
}

/** All of them are there, and of one account. */
const areOfOne = (invoices: (KnownInvoice | null)[]): invoices is [KnownInvoice, ...KnownInvoice[]] =>
  invoices.length > 0 && invoices.every((invoice) => invoice !== null && invoice.accountId === invoices[0]?.accountId)

function localeOfAccount(db: ReadableDb, accountId: string): string {
  const zone = findZone(db, findAccount(db, accountId)?.zoneId ?? '')
  return zone ? localeOf(zone) : 'es-MX'
}
