import type { Account, Change, Invoice, Zone } from '../../../shared/utility-api/generated/types.gen.ts'
import { zAccount, zInvoice, zLegalText, zZone } from '../../../shared/utility-api/generated/zod.gen.ts'
import { accountKey } from '../../../shared/domain/accountNumber.ts'
import type { Archive } from '../archive.ts'
import { legalTexts } from '../data/legal.ts'
import type { Feed } from '../feed.ts'
import { created } from '../sample/records.ts'

/** What the online office reads of the utility's books, as they stand now. */
export interface Records {
  zone(id: string): Zone | null
  /** @param key of the number, without leading zeros and check digit */
  accountByNumber(zoneId: string, key: string): Account | null
  invoicesOf(accountId: string): Invoice[]
  isLegalText(id: string): boolean
  /** Everything that carries the account, as upserts; null where there is no such account. */
  changesOf(accountId: string): Change[] | null
}

export function createRecords({ archive, feed, zones }: { archive: Archive; feed: Feed; zones: readonly Zone[] }): Records {
  function changesOf(accountId: string): Change[] | null {
    const file = archive.findAccount(accountId)
    const initial = file ? [created('account', file.account), ...file.invoices.map((invoice) => created('invoice', invoice)), ...file.others] : []
    const latest = new Map([...initial, ...feed.changesOf(accountId)].map((change) => [`${change.entity} ${change.id}`, change]))
    const standing = [...latest.values()].filter(({ op }) => op === 'upsert')
    return standing.some(({ entity }) => entity === 'account') ? standing : null
  }
  const accountNow = (id: string): Account | null => zAccount.safeParse(changesOf(id)?.find(({ entity }) => entity === 'account')?.data).data ?? null

  return {
    zone: (id) => zZone.safeParse(feed.latest('zone', id)).data ?? zones.find((zone) => zone.id === id) ?? null,
    accountByNumber(zoneId, key) {
      const changed = feed.changed('account').flatMap((data) => zAccount.safeParse(data).data ?? [])
      const fresh = changed.find((account) => account.zoneId === zoneId && accountKey(account.number) === key)
      const first = archive.findByNumber(zoneId, key)
      return fresh ?? (first && accountNow(first.account.id))
    },
    invoicesOf: (id) => (changesOf(id) ?? []).flatMap(({ entity, data }) => (entity === 'invoice' ? (zInvoice.safeParse(data).data ?? []) : [])),
    isLegalText: (id) => legalTexts.some((text) => text.id === id) || zLegalText.safeParse(feed.latest('legalText', id)).success,
    changesOf,
  }
}
