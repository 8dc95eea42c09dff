import type { FieldProblem } from '../problems.ts'

/**
 * An address as RFC 5321 writes a mailbox (§4.1.2): the part before the at sign as atoms with dots or in quotes, then a domain, or the
 * address of a machine in brackets. Limits are in octets (§4.5.3.1): 64 before the at sign, 254 in all, what is left of a path without its angles.
 */
const LONGEST_LOCAL_PART = 64
export const LONGEST_EMAIL = 254
const LONGEST_DOMAIN = 253

const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
const DOTTED = new RegExp(`^${ATOM}(?:\\.${ATOM})*$`, 'u')
const QUOTED = /^"(?:[ !#-[\]-~]|\\[ -~])*"$/u
const LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/u

export type EmailReading = { ok: true; email: string } | { ok: false; problem: FieldProblem }
const wrong = (problem: FieldProblem): EmailReading => ({ ok: false, problem })

/**
 * Reads an e-mail address as typed, or says what exactly is wrong with it. A domain with letters beyond ASCII is answered in its ASCII form, which every
 * mail server takes. Before the at sign only ASCII passes: the utility's contract says `format: email`, not `idn-email`, and a server
 * without SMTPUTF8 could never answer.
 */
export function readEmail(typed: string): EmailReading {
  const text = typed.normalize('NFC').trim()
  if (text === '') return wrong('empty')
  const at = atSign(text)
  if (at < 0) return wrong('email-no-at')
  const local = text.slice(0, at)
  const domain = text.slice(at + 1)
  const problem = problemOfLocal(local) ?? problemOfDomain(domain)
  if (problem) return wrong(problem)
  const email = `${local}@${domain.startsWith('[') ? domain : asciiDomain(domain)}`
  return email.length > LONGEST_EMAIL ? wrong('email-too-long') : { ok: true, email }
}

/** Where the part before the at sign ends: an at sign in quotes belongs to it. */
function atSign(text: string): number {
  const quoted = /^"(?:[^"\\]|\\.)*"/u.exec(text)
  return text.indexOf('@', quoted?.[0].length ?? 0)
}

function problemOfLocal(local: string): FieldProblem | null {
  if (local === '') return 'email-nothing-before'
  if (local.length > LONGEST_LOCAL_PART) return 'email-too-long-before'
  if (DOTTED.test(local) || QUOTED.test(local)) return null
  if (/\s/u.test(local)) return 'email-space'
  if (/[^\x20-\x7e]/u.test(local)) return 'email-accent'
  if (/^\.|\.$|\.\./u.test(local)) return 'email-dots'
  if (local.includes(',')) return 'email-comma'
  return 'email-sign'
}

function problemOfDomain(domain: string): FieldProblem | null {
  if (domain === '') return 'email-nothing-after'
  if (domain.startsWith('[')) return isAddressLiteral(domain) ? null : 'email-brackets'
  if (domain.includes('@')) return 'email-two-ats'
  if (/\s/u.test(domain)) return 'email-space'
  if (domain.includes(',')) return 'email-comma'
  if (domain.endsWith('.')) return 'email-dot-at-end'
  if (/^\.|\.\./u.test(domain)) return 'email-dots'
  if (!domain.includes('.')) return 'email-no-dot'
  const ascii = asciiDomain(domain)
  if (ascii.length > LONGEST_DOMAIN) return 'email-too-long'
  return ascii.split('.').every((label) => LABEL.test(label)) ? null : 'email-domain'
}

/** As the domain name system knows it: `españa.mx` → `xn--espaa-rta.mx`. What has no such form stays and is refused. */
function asciiDomain(domain: string): string {
  if (/^[\x20-\x7e]*$/u.test(domain)) return domain
  // Only letters, digits, hyphens and dots: a URL would understand other signs otherwise.
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return domain
  return URL.parse(`http://${domain}`)?.hostname ?? domain
}

/** `[192.0.2.1]`, `[IPv6:2001:db8::1]`, or another tag with what it says. */
function isAddressLiteral(domain: string): boolean {
  const inside = /^\[(.*)\]$/u.exec(domain)?.[1]
  if (inside === undefined) return false
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/u.test(inside)) return isIpv4(inside)
  const tagged = /^([A-Za-z0-9-]*[A-Za-z0-9]):([!-Z^-~]+)$/u.exec(inside)
  if (!tagged?.[1] || !tagged[2]) return false
  return tagged[1].toLowerCase() !== 'ipv6' || isIpv6(tagged[2])
}

const isIpv4 = (text: string): boolean => text.split('.').every((part) => /^\d{1,3}$/u.test(part) && Number(part) <= 255)

function isIpv6(text: string): boolean {
  if (!/^[0-9A-Fa-f:.]+$/u.test(text)) return false
  return URL.parse(`http://[${text}]`) !== null
}
