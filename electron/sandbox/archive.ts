import { createHash } from 'node:crypto'
import { accountKey } from '../../shared/domain/accountNumber.ts'
import type { Change, Invoice, Zone } from '../../shared/utility-api/generated/types.gen.ts'
import { publishedZones } from './contract.ts'
import { originalOf } from './originals.ts'
import { accountId, accountNumber, profileOf } from './sample/account.ts'
import { catalogue } from './sample/catalogue.ts'
import { elsewhereIndexes } from './sample/elsewhere.ts'
import { type AccountFile, created, inventAccount } from './sample/records.ts'

/** The sample company's records. Accounts are invented when they are asked for, so that a million invoices need no room. */
export interface Archive {
  accounts: number
  /** The parts of the initial state: the catalogue, then one part per account. */
  parts: number
  part(place: number): Promise<Change[]>
  /** Also of another branch, which no part holds. */
  findAccount(id: string): AccountFile | null
  /** @param key of the number, without leading zeros and check digit */
  findByNumber(zoneId: string, key: string): AccountFile | null
  findInvoice(id: string): Invoice | null
  /** The original PDF, or null where none is kept. */
  original(invoiceId: string): Promise<Buffer | null>
}

/** @param zones as the utility publishes them */
export function createArchive(accounts: number, today: string, zones: readonly Zone[] = publishedZones('1.1')): Archive {
  const indexes = (): number[] => [...Array.from({ length: accounts }, (_, index) => index), ...elsewhereIndexes]
  const places = lazily(() => new Map(indexes().map((index) => [accountId(index), index])))
  const numbers = lazily(() => new Map(indexes().map((index) => [`${profileOf(index).zone.id} ${accountKey(accountNumber(index))}`, index])))

  const fileAt = (index: number | undefined): AccountFile | null => (index === undefined ? null : inventAccount(index, today))
  const findAccount = (id: string): AccountFile | null => fileAt(places().get(id))

  const draw = (file: AccountFile, invoice: Invoice): Promise<Buffer> => originalOf(file.subject.profile, file.account, invoice)

  async function withDigest(file: AccountFile, invoice: Invoice): Promise<Invoice> {
    if (!invoice.hasDocument) return invoice
    return { ...invoice, documentDigest: digest(await draw(file, invoice)) }
  }

  const findFile = (invoiceId: string): { file: AccountFile; invoice: Invoice } | null => {
    const file = findAccount(invoiceId.split('-')[0] ?? '')
    const invoice = file?.invoices.find((each) => each.id === invoiceId)
    return file && invoice ? { file, invoice } : null
  }

  return {
    accounts,
    parts: accounts + 1,
    async part(place) {
      if (place === 0) return catalogue(today, zones)
      const file = inventAccount(place - 1, today)
      const invoices = await Promise.all(file.invoices.map((invoice) => withDigest(file, invoice)))
      return [created('account', file.account), ...invoices.map((invoice) => created('invoice', invoice)), ...file.others]
    },
    findAccount,
    findByNumber: (zoneId, key) => fileAt(numbers().get(`${zoneId} ${key}`)),
    findInvoice: (id) => findFile(id)?.invoice ?? null,
    async original(invoiceId) {
      const found = findFile(invoiceId)
      return found?.invoice.hasDocument ? draw(found.file, found.invoice) : null
    },
  }
}

/** SHA-256 in base64, as `documentDigest` and `Repr-Digest` have it. */
export const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64')

function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}
