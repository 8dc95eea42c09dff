import { fullNumber } from '../../shared/domain/accountNumber.ts'
import type { HowFound, SearchedBy } from '../../shared/contract/search.ts'
import { isSameNumber, nationalNumber } from '../../shared/domain/phone.ts'
import type { Account } from '../../shared/utility-api/generated/types.gen.ts'
import type { ReadableDb } from '../cache/db.ts'
import { findAccount } from '../cache/queries/accounts.ts'
import { accountsOfFolios, accountsOfInvoices, accountsOfInvoicesBeginning, findByKeys } from '../cache/queries/search.ts'
import { closedLast, type Found } from './hits.ts'
import { identifierKey, phoneKeys } from './identifierKey.ts'
import { matchOfAll } from './matchText.ts'
import type { TypedText } from './typedText.ts'

/** A phone number may be that of many accounts, and each is read to see whether it is the whole of it. */
const MOST_READ = 100
/** A beginning of an invoice number that is shorter begins thousands. */
const SHORTEST_INVOICE_BEGINNING = 5

/** The accounts of which the text is a number, or one that only they have; in the order of what tells most. */
export function accountsByIdentifier(db: ReadableDb, typed: TypedText): Found[] {
  const match = matchOfAll([{ columns: ['keys'], words: [...typed.keys, ...(typed.phone === null ? [] : phoneKeys(typed.phone))] }])
  const byKey = match === null ? [] : findByKeys(db, match, MOST_READ)
  const has = (key: string): boolean => typed.keys.includes(key)
  const isPhone = (phone: string): boolean => typed.phone !== null && isSameNumber(nationalNumber(phone), typed.phone)
  const found = byKey.flatMap((account) => foundBy(account, kindOf(account, has, isPhone), 'exact'))
  const byFolio = typed.folios.length > 0 ? named(db, accountsOfFolios(db, typed.folios), 'folio', 'exact') : []
  const byInvoice = typed.invoiceKeys.length > 0 ? named(db, accountsOfInvoices(db, typed.invoiceKeys, MOST_READ), 'invoice', 'exact') : []
  return inOrder([...byFolio, ...byInvoice, ...found])
}

/** The accounts of which a number or the e-mail address begins with the text. */
export function accountsByBeginning(db: ReadableDb, { beginning, invoiceKeys }: TypedText): Found[] {
  if (beginning === null) return []
  const match = matchOfAll([{ columns: ['keys'], words: [], beginnings: [beginning] }])
  const byKey = match === null ? [] : findByKeys(db, match, MOST_READ)
  const begins = (key: string): boolean => key.startsWith(beginning)
  const isPhone = (phone: string): boolean => phoneKeys(phone).some(begins)
  const found = byKey.flatMap((account) => foundBy(account, kindOf(account, begins, isPhone), 'beginning'))
  const [invoiceKey = ''] = invoiceKeys
  const asked = invoiceKey.length >= SHORTEST_INVOICE_BEGINNING ? accountsOfInvoicesBeginning(db, invoiceKey, MOST_READ) : []
  return inOrder([...found, ...named(db, asked, 'invoice', 'beginning')])
}

const ORDER: readonly SearchedBy[] = ['account', 'invoice', 'folio', 'contract', 'meter', 'document', 'phone', 'email']

/** Which of its numbers it is that the text was matched with; null where it was none of them, as of a phone number of another area. */
function kindOf(account: Account, isIt: (key: string) => boolean, isPhone: (phone: string) => boolean): SearchedBy | null {
  const is = (text: string | null | undefined): boolean => text != null && isIt(identifierKey(text))
  if (is(account.number) || is(fullNumber(account))) return 'account'
  if (is(account.contractNumber)) return 'contract'
  if (is(account.meterNumber)) return 'meter'
  if (is(account.holder.documentNumber)) return 'document'
  if (account.phone != null && isPhone(account.phone)) return 'phone'
  return is(account.email) ? 'email' : null
}

const foundBy = (account: Account, by: SearchedBy | null, how: HowFound): Found[] => (by === null ? [] : [{ account, by, how }])

function named(db: ReadableDb, ids: readonly string[], by: SearchedBy, how: HowFound): Found[] {
  return ids.flatMap((id) => {
    const account = findAccount(db, id)
    return account ? foundBy(account, by, how) : []
  })
}

/** Each account once, by what tells most of it. */
function inOrder(found: readonly Found[]): Found[] {
  const sorted = found.toSorted((one, other) => ORDER.indexOf(one.by) - ORDER.indexOf(other.by))
  const once = new Map<string, Found>()
  for (const one of sorted) if (!once.has(one.account.id)) once.set(one.account.id, one)
  return closedLast([...once.values()])
}
