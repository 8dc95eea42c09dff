import type { PayWay } from '../contract/payments.ts'
import type { Bank } from '../utility-api/generated/types.gen.ts'

export interface PaidAt {
  way: PayWay
  place: string
}

/** The words that the utility's contract gives for what is neither bank nor store. */
const ownWords: ReadonlyMap<string, PayWay> = new Map([
  ['ventanilla', 'counter'],
  ['debito automatico', 'directDebit'],
])

/** Letters alone tell: capitals, accents and spaces are written as it comes. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim()

/** How it was paid, of the utility's word for it: by the places that the zone names, else as it is written. */
export function paidAt(channel: string, banks: readonly Pick<Bank, 'name' | 'kind'>[]): PaidAt {
  const word = plain(channel)
  if (word === '') return { way: 'unknown', place: '' }
  const bank = banks.find(({ name }) => plain(name) === word)
  if (bank) return { way: bank.kind ?? 'bank', place: bank.name }
  return { way: ownWords.get(word) ?? 'other', place: channel.trim() }
}
