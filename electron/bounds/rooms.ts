import { LONGEST_IDENTIFIER } from '../../shared/contract/values.ts'
import type { Room } from './shorten.ts'

/** What becomes of a text of the feed that is longer than anybody prints or shows. */
export type TextRule =
  /** A name, a description: shortened with `…`. */
  | { kind: 'shortened'; room: Room }
  /** A reference, a phone number, a seal: shortened it would be another. It is left out, and what needs it says so. */
  | { kind: 'whole'; most: number }
  /** What other things find it by: the change is set aside. */
  | { kind: 'needed'; most: number }

const line = (characters: number): TextRule => ({ kind: 'shortened', room: { characters, lines: 1 } })
const prose = (characters: number, lines: number): TextRule => ({ kind: 'shortened', room: { characters, lines } })
const whole = (most: number): TextRule => ({ kind: 'whole', most })
const needed = (most: number): TextRule => ({ kind: 'needed', most })

/** Every text that has no rule of its own, those that a later contract adds included. */
const ANY_TEXT = line(300)
/** As long as every identifier may be. */
const ANY_ID = needed(LONGEST_IDENTIFIER)

const rules = new Map<string, TextRule>(
  Object.entries({
    id: ANY_ID,
    number: needed(60),
    folio: needed(100),
    ...rulesFor(whole(100), [
      'agreementNumber',
      'authorityCertificate',
      'contractNumber',
      'currency',
      'documentDigest',
      'documentNumber',
      'emergencyPhone',
      'invoiceNumbers',
      'issuerCertificate',
      'localFolio',
      'locale',
      'meterNumber',
      'phone',
      'postalCode',
      'prefix',
      'taxId',
      'timeZone',
      'version',
    ]),
    securityCode: whole(24),
    ...rulesFor(whole(200), ['paymentReference', 'reference']),
    ...rulesFor(whole(1_000), ['email', 'gln', 'pattern', 'pinHash']),
    verificationUrl: whole(1_200),
    ...rulesFor(whole(8_000), ['authoritySeal', 'issuerSeal', 'originalChain']),
    ...rulesFor(line(24), ['billedUnit', 'exterior', 'interior', 'unit']),
    ...rulesFor(line(80), ['cfdiUse', 'documentType', 'paymentForm', 'paymentMethod', 'placeOfIssue', 'regime', 'tariff']),
    ...rulesFor(line(120), ['city', 'familyName', 'givenNames', 'neighbourhood', 'secondFamilyName', 'state', 'street']),
    ...rulesFor(prose(1_500, 40), ['help', 'summary']),
    ...rulesFor(prose(8_000, 200), ['answer', 'body']),
  }),
)

/** A folio that is too long is missing from the duplicate; the invoice is found by numbers of its own. */
const fiscalRules = new Map(Object.entries(rulesFor(whole(100), ['folio', 'number'])))

/** A law obliges the utility to show it whole. */
const LEGAL_BODY = prose(60_000, 2_000)

function rulesFor(rule: TextRule, names: string[]): Record<string, TextRule> {
  return Object.fromEntries(names.map((name) => [name, rule]))
}

/** The rule for a text by the name of its field; those of a list go by the list's name. */
export function ruleFor(entity: string, field: string): TextRule {
  if (entity === 'legalText' && field === 'body') return LEGAL_BODY
  if (entity === 'fiscal') return fiscalRules.get(field) ?? rules.get(field) ?? ANY_TEXT
  return rules.get(field) ?? (/Ids?$/.test(field) ? ANY_ID : ANY_TEXT)
}
