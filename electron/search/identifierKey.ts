import { readAllLookalikes } from '../../shared/domain/digitLookalikes.ts'
import { accountKey } from '../../shared/domain/accountNumber.ts'
import { FEWEST_DIGITS, nationalNumber } from '../../shared/domain/phone.ts'
import { compact } from './fold.ts'

/** An e-mail address may be longer, and is then found by its beginning. */
const LONGEST_KEY = 60

/**
 * What of a number counts when two are compared, whatever number it is (account, meter, document, contract) and however it is spelled: without signs,
 * capitals and leading zeros, and with every letter that looks like a digit read as that digit.
 */
export const identifierKey = (text: string): string =>
  accountKey(readAllLookalikes(compact(text)))
    .slice(0, LONGEST_KEY)
    .toLowerCase()

/** Without the area, in Mexico and in Uruguay. */
const LOCAL_LENGTHS = [8, 7]

/** The keys by which a phone number is found: whole, and without its area. Empty where too few digits are there. */
export function phoneKeys(phone: string): string[] {
  const whole = nationalNumber(phone)
  if (whole.length < FEWEST_DIGITS) return []
  return [whole, ...LOCAL_LENGTHS.filter((length) => length < whole.length).map((length) => accountKey(whole.slice(-length)))]
}
