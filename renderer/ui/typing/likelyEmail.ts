/** Where most customers have their mail. Of a shorter name (live, msn) nearly every other word of its length would be a slip. */
const PROVIDERS: readonly string[] = [
  'gmail.com',
  'hotmail.com',
  'hotmail.es',
  'outlook.com',
  'outlook.es',
  'yahoo.com',
  'yahoo.com.mx',
  'yahoo.com.br',
  'yahoo.es',
  'icloud.com',
  'protonmail.com',
  'prodigy.net.mx',
  'adinet.com.uy',
  'montevideo.com.uy',
]
/** As near to one of those as a slip is, and other providers. */
const OTHERS: readonly string[] = ['mail.com', 'email.com', 'ymail.com', 'gmx.com']
/** Whoever has such a domain writes it as it is. */
const INSTITUTIONAL = /\.(?:edu|gob|gub|gov|org|ac|mil|int)(?:\.|$)/u
/** An ending that there is: those of two letters are countries'. */
const EXISTS = /\.(?:[a-z]{2}|com|net|org|info|biz|app|dev|online|store|mobi|name|pro|club|shop|site|tech)$/u

/** What was perhaps meant by an address that is one slip away from a well-known provider; null where it is good, or nobody can tell. */
export function likelyEmail(typed: string): string | null {
  const [, name, domain] = /^([^@\s]+)@([^@\s]+)$/u.exec(typed.trim().toLowerCase()) ?? []
  if (name === undefined || domain === undefined || [...PROVIDERS, ...OTHERS].includes(domain) || INSTITUTIONAL.test(domain)) return null
  const meant = PROVIDERS.find((provider) => isSlipOf(domain, provider))
  return meant === undefined ? null : `${name}@${meant}`
}

/** Its ending stays, where there is such a one. */
const isSlipOf = (domain: string, provider: string): boolean => (!EXISTS.test(domain) || endingOf(domain) === endingOf(provider)) && isOneAway(domain, provider)

const endingOf = (domain: string): string => domain.slice(domain.lastIndexOf('.'))

/** A letter too many, too few or another one, or two next to each other in the wrong order. */
function isOneAway(one: string, other: string): boolean {
  let same = 0
  while (same < one.length && one[same] === other[same]) same += 1
  const [left, right] = [one.slice(same), other.slice(same)]
  const isSwapped = left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2)
  return isSwapped || left.slice(1) === right.slice(1) || left.slice(1) === right || left === right.slice(1)
}
