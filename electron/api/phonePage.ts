import { isLoopback, isSecure } from './address.ts'

/** A QR of more characters is too fine for a telephone that is held before a screen. */
const LONGEST_URL = 500

/**
 * The address of a page that the utility gives for a customer's own telephone, or null where nobody may be sent there: it is reached by https, names no
 * user, and is not on the telephone itself. It is kept as it was understood here: telephones read an unusual spelling otherwise, and would open another
 * host than the one that the screen names.
 * @param mayStayHere the utility is on this machine, and so may the page be
 */
export function usablePage(text: string, mayStayHere: boolean): string | null {
  if (!/^https?:\/\/[^/\\][\x21-\x7e]*$/i.test(text) || text.includes('\\') || !URL.canParse(text)) return null
  const url = new URL(text)
  const isUsable = isSecure(url) && url.username === '' && url.password === '' && (mayStayHere || !isLoopback(url)) && url.href.length <= LONGEST_URL
  return isUsable ? url.href : null
}
