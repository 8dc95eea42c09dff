import { createHash } from 'node:crypto'
import type { Change, Invoice } from '../../shared/utility-api/generated/types.gen.ts'
import { originalOf } from './originals.ts'
import { accountId } from './sample/account.ts'
import { catalogue } from './sample/catalogue.ts'
import { type AccountFile, created, inventAccount } from './sample/records.ts'

/** The sample company's records. Accounts are invented when they are asked for, so that a million invoices need no room. */
export interface Archive {
  accounts: number
  /** The parts of the initial state: the catalogue, then one part per account. */
  parts: number
  part(place: number): Promise<Change[]>
  findAccount(id: string): AccountFile | null
  findInvoice(id: string): Invoice | null
  /** The original PDF, or null where none is kept. */
  original(invoiceId: string): Promise<Buffer | null>
}

export function createArchive(accounts: number, today: string): Archive {
  const places = lazily(() => new Map(Array.from({ length: accounts }, (_, index) => [accountId(index), index])))

  function findAccount(id: string): AccountFile | null {
    const index = places().get(id)
    return index === undefined ? null : inventAccount(index, today)
  }

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
      if (place === 0) return catalogue(today)
      const file = inventAccount(place - 1, today)
      const invoices = await Promise.all(file.invoices.map((invoice) => withDigest(file, invoice)))
      return [created('account', file.account), ...invoices.map((invoice) => created('invoice', invoice)), ...file.others]
    },
    findAccount,
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
