import { businessDate, businessTime, formatDate } from '../../../shared/domain/dates.ts'
import { formatNumber } from '../../../shared/domain/numbers.ts'
import type { FiscalParty, Invoice } from '../../../shared/utility-api/generated/types.gen.ts'
import { shorten } from '../../bounds/shorten.ts'
import { printable } from '../printable.ts'
import { mexicanWords, uruguayanWords, wordsOf } from '../commonWords.ts'
import { type Labelled, type Writing, labelled } from '../labelled.ts'

type FiscalData = NonNullable<Invoice['fiscal']>

interface FiscalBlock {
  title: string
  /** What the QR carries, exactly as the utility gave it. */
  verificationUrl: string
  verifyAt: string | null
  fields: Labelled[]
}

/** Mexico: the two seals and the original chain are long and go under the rest. */
export interface CfdiBlock extends FiscalBlock {
  scheme: 'cfdi-4.0'
  seals: Labelled[]
  originalChain: Labelled | null
}

/** Uruguay: the QR, with its security code under it, goes on every sheet. */
export interface CfeBlock extends FiscalBlock {
  scheme: 'cfe-uy'
  securityCode: Labelled | null
}

export type Fiscal = CfdiBlock | CfeBlock

/** Of one datum in the block at the foot of a Uruguayan sheet, whose height is set. */
const FOOT_ROOM = { characters: 60, lines: 1 }

/** The fiscal identifiers of the invoice as the authority certified them; absent ones are left out. */
export function fiscalOf({ fiscal, issuedOn }: Invoice, writing: Writing): Fiscal | null {
  if (!fiscal) return null
  return fiscal.scheme === 'cfdi-4.0' ? cfdi(fiscal, issuedOn, writing) : cfe(fiscal, writing)
}

function cfdi(fiscal: FiscalData, issuedOn: string, writing: Writing): CfdiBlock {
  const words = mexicanWords
  return {
    scheme: 'cfdi-4.0',
    title: words.fiscalTitle,
    verificationUrl: fiscal.verificationUrl,
    verifyAt: verifyAt(fiscal.verificationUrl),
    fields: labelled([
      [words.folio, orAtCounter(fiscal.folio)],
      [words.documentType, fiscal.documentType],
      [words.issuedOn, formatDate(issuedOn, writing.locale, 'numeric')],
      [words.certifiedAt, certifiedAt(fiscal, writing)],
      [words.issuerCertificate, orAtCounter(fiscal.issuerCertificate)],
      [words.authorityCertificate, orAtCounter(fiscal.authorityCertificate)],
      [`${words.regime} (${words.issuer.toLowerCase()})`, fiscal.issuer?.regime],
      [`${words.regime} (${words.receiver.toLowerCase()})`, fiscal.receiver?.regime],
      [`${words.postalCode} (${words.receiver.toLowerCase()})`, fiscal.receiver?.postalCode],
      [words.use, fiscal.cfdiUse],
      [words.paymentForm, fiscal.paymentForm],
      [words.paymentMethod, fiscal.paymentMethod],
      [words.placeOfIssue, fiscal.placeOfIssue],
    ]),
    seals: labelled([
      [words.issuerSeal, orAtCounter(fiscal.issuerSeal)],
      [words.authoritySeal, orAtCounter(fiscal.authoritySeal)],
    ]),
    originalChain: labelled([[words.originalChain, orAtCounter(fiscal.originalChain)]])[0] ?? null,
  }
}

function cfe(fiscal: FiscalData, writing: Writing): CfeBlock {
  const words = uruguayanWords
  const { cae } = fiscal
  const number = (value: number): string => formatNumber(value, writing.locale, 0)
  return {
    scheme: 'cfe-uy',
    title: words.fiscalTitle,
    verificationUrl: fiscal.verificationUrl,
    verifyAt: verifyAt(fiscal.verificationUrl),
    securityCode: labelled([[words.securityCode, orAtCounter(fiscal.securityCode)]])[0] ?? null,
    fields: labelled([
      [words.documentType, shorten(fiscal.documentType ?? '', FOOT_ROOM)],
      [words.folio, orAtCounter(fiscal.folio)],
      [words.cae, orAtCounter(cae?.number)],
      [words.caeRange, cae && `${number(cae.from)} a ${number(cae.to)}`],
      [words.caeExpiry, cae && formatDate(cae.expiresOn, writing.locale, 'numeric')],
      [words.certifiedAt, certifiedAt(fiscal, writing)],
    ]),
  }
}

/** What must be whole comes empty where it was too long; then it is not missing from the invoice, only from this sheet. */
const orAtCounter = (value: string | null | undefined): string | null | undefined => (value === '' ? mexicanWords.atCounter : value)

/** The foot of a sheet has two lines for each; the tax number is part of them. */
const PARTY_ROOM = { characters: 100, lines: 1 }

/** Who issues and who receives, as certified or else as the zone and the account say: they stand on every sheet. */
export function partiesOf({ fiscal }: Invoice, issuer: FiscalParty, receiver: string, { locale }: Writing): Labelled[] {
  const words = wordsOf(locale)
  const party = ({ name, taxId }: FiscalParty): string => `${shorten(name, PARTY_ROOM)} · ${words.taxId} ${taxId}`
  return labelled([
    [words.issuer, party(fiscal?.issuer ?? issuer)],
    [words.receiver, fiscal?.receiver ? party(fiscal.receiver) : shorten(receiver, PARTY_ROOM)],
  ])
}

function certifiedAt({ certifiedAt }: FiscalData, { locale, timeZone }: Writing): string | null {
  if (!certifiedAt) return null
  return `${formatDate(businessDate(certifiedAt, timeZone), locale, 'numeric')} ${businessTime(certifiedAt, timeZone)}`
}

/** Names the authority's site for those who cannot read a QR. */
function verifyAt(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { hostname } = new URL(url)
  return hostname === '' ? null : printable(mexicanWords.verifyAt(shorten(hostname, FOOT_ROOM)))
}
