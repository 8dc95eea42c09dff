import { fullNumber } from '../../shared/domain/accountNumber.ts'
import type { Account } from '../../shared/utility-api/generated/types.gen.ts'
import { wordsIn } from './fold.ts'
import { identifierKey, phoneKeys } from './identifierKey.ts'

type Searched = Pick<Account, 'number' | 'checkDigit' | 'contractNumber' | 'meterNumber' | 'holder' | 'supplyAddress' | 'email' | 'phone'>

/** Words that hold a name together and tell nobody from another. */
export const particles: ReadonlySet<string> = new Set([
  'de',
  'del',
  'la',
  'las',
  'los',
  'el',
  'y',
  'e',
  'da',
  'das',
  'do',
  'dos',
  'di',
  'd',
  'von',
  'van',
  'der',
])

/** The holder's name, each word that tells something, and those that people write in one: `de la Cruz` is `cruz` and `delacruz`. */
export function nameWordsOf({ holder }: Pick<Searched, 'holder'>): string[] {
  const parts = holder.kind === 'company' ? [holder.companyName] : [holder.givenNames, holder.familyName, holder.secondFamilyName]
  const words: string[] = []
  const joined: string[] = []
  for (const part of parts) {
    let before = ''
    for (const word of wordsIn(part ?? '')) {
      if (particles.has(word)) {
        before += word
        continue
      }
      if (word.length > 1) words.push(word)
      if (word.length > 1 && before.length > 1) joined.push(before + word)
      before = ''
    }
  }
  return [...words, ...joined]
}

/** The supply address. */
export function placeWordsOf({ supplyAddress: { street, exterior, interior, neighbourhood, city, postalCode } }: Pick<Searched, 'supplyAddress'>): string[] {
  const words = [street, exterior, interior, neighbourhood, city, postalCode].flatMap((part) => wordsIn(part ?? ''))
  return [...new Set(words)].filter((word) => !particles.has(word))
}

/** Every number and address by which an account is named, as keys. */
export function keyWordsOf(account: Searched): string[] {
  const { number, contractNumber, meterNumber, holder, email, phone } = account
  const keys = [number, fullNumber(account), meterNumber, contractNumber, holder.documentNumber, email].map((text) => identifierKey(text ?? ''))
  return [...new Set([...keys, ...phoneKeys(phone ?? '')])].filter((key) => key !== '')
}

/** As the cache stores them: a JSON array, which FTS5 reads as the same words. */
export const wordColumns = {
  name_words: (account: Searched): string => JSON.stringify(nameWordsOf(account)),
  place_words: (account: Searched): string => JSON.stringify(placeWordsOf(account)),
  key_words: (account: Searched): string => JSON.stringify(keyWordsOf(account)),
} as const
