import type { StatementRow } from '../../../shared/contract/statement.ts'
import { fullNumber } from '../../../shared/domain/accountNumber.ts'
import { addressLines, holderName } from '../../../shared/domain/holder.ts'
import type { Account, Movement, Zone } from '../../../shared/utility-api/generated/types.gen.ts'
import type { MovementSums } from '../../cache/queries/movements.ts'
import { type Issuer, issuerOf, type PageSize, pageOf } from '../letterhead.ts'
import { accountLabel } from '../named.ts'
import { wordsOf } from '../commonWords.ts'
import { type PaperLocale, paperLocale } from '../paperLocale.ts'

/** Whose statement it is and of which days, in the language, money and paper of the zone. */
export interface StatementHead {
  locale: PaperLocale
  currency: string
  page: PageSize
  issuer: Issuer
  /** How the zone calls the number of an account, and the number with its check digit. */
  account: { label: string; number: string }
  /** In clear: who may have the duplicate may have the statement. */
  holder: string
  supplyAddress: string
  /** That the account is closed. */
  note: string | null
  from: string
  to: string
}

/** Minor units; payments as a positive figure. `opening + charges - payments` is `closing`. */
export interface StatementFigures {
  opening: number
  charges: number
  payments: number
  closing: number
  count: number
}

/** What screen, paper, workbook and CSV are all made from. The rows are in the utility's order and can be gone through once. */
export interface StatementModel extends StatementHead, StatementFigures {
  rows: Iterable<StatementRow>
}

export function statementHead(account: Account, zone: Zone, { from, to }: { from: string; to: string }): StatementHead {
  const locale = paperLocale(zone)
  return {
    locale,
    currency: zone.currency,
    page: pageOf(zone),
    issuer: issuerOf(zone, locale),
    account: { label: accountLabel(zone, wordsOf(locale).accountNumber), number: fullNumber(account) },
    holder: holderName(account.holder),
    supplyAddress: addressLines(account.supplyAddress).join(', '),
    note: account.status === 'closed' ? wordsOf(locale).closed : null,
    from,
    to,
  }
}

/** The account's balance less all later movements is the balance at the end of the range; its own movements lead there from the beginning. */
export function figuresOf(balance: number, { count, charges, payments, later }: MovementSums): StatementFigures {
  const closing = balance - later
  return { opening: closing - charges + payments, charges, payments, closing, count }
}

/** Movements in the utility's order, each with the balance after it. */
export function* withBalances(opening: number, movements: Iterable<Movement>): Generator<StatementRow> {
  let balance = opening
  for (const movement of movements) {
    balance += movement.amount
    yield rowOf(movement, balance)
  }
}

/** The newest movements of a range, newest first, each with the balance after it. */
export function withBalancesBack(closing: number, newestFirst: readonly Movement[]): StatementRow[] {
  let balance = closing
  return newestFirst.map((movement) => {
    const row = rowOf(movement, balance)
    balance -= movement.amount
    return row
  })
}

const rowOf = ({ id, postedOn, kind, description, documentNumber, amount }: Movement, balance: number): StatementRow => ({
  id,
  postedOn,
  kind,
  description,
  documentNumber: documentNumber ?? null,
  amount,
  balance,
})
