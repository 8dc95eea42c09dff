import { POPULAR_DOMAINS, POPULAR_TLDS, run } from '@zootools/email-spell-checker'

/** Providers and endings of the countries where the bills come from, with those that are known everywhere. */
const PROVIDERS = [...POPULAR_DOMAINS, 'prodigy.net.mx', 'hotmail.es', 'live.com.mx', 'yahoo.com.mx', 'adinet.com.uy', 'vera.com.uy', 'montevideo.com.uy']
const ENDINGS = [...POPULAR_TLDS, 'com.mx', 'mx', 'com.uy', 'uy', 'com.br']

/** What was perhaps meant by an address that is nearly one of a known provider; null where it is good, or nobody can tell. */
export function likelyEmail(typed: string): string | null {
  const email = typed.trim().toLowerCase()
  return /^[^@\s]+@[^@\s]+$/u.test(email) ? (run({ email, domains: PROVIDERS, topLevelDomains: ENDINGS })?.full ?? null) : null
}
