import type { Invoice } from '../utility-api/generated/types.gen.ts'

/** What a fiscal QR says of its invoice. Null is what it, or the invoice it is compared with, does not say. */
export interface FiscalCode {
  /** By which the invoice is found: the UUID of a CFDI; RUC, type, series and number of a CFE. */
  key: string
  /** In major units. */
  total: number | null
  /** `YYYYMMDD`. */
  date: string | null
  /** The end of the seal (CFDI), or the hash or its first characters (CFE): they cannot be guessed from the other parts. */
  mark: string | null
}

type FiscalData = NonNullable<Invoice['fiscal']>

/** Under a caps lock and another layout the colon arrives as a semicolon. */
const MEXICAN = /^https?[:;]\/\/(?:[a-z0-9-]+\.)*sat\.gob\.mx\/[^?\s]*\?(\S+)$/iu
const URUGUAYAN = /^https?[:;]\/\/(?:[a-z0-9-]+\.)*dgi\.gub\.uy\/[^?\s]*\?(\S+)$/iu
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu

/** Reads the address in a fiscal QR, in any form in use. Null for any other address. */
export function readFiscalCode(text: string): FiscalCode | null {
  const mexican = MEXICAN.exec(text)?.[1]
  if (mexican !== undefined) return readCfdi(mexican)
  const uruguayan = URUGUAYAN.exec(text)?.[1]
  return uruguayan === undefined ? null : readCfe(uruguayan)
}

function readCfdi(query: string): FiscalCode | null {
  const parts = new Map(query.split('&').map((part) => [part.slice(0, 2).toLowerCase(), part.slice(3)]))
  const id = parts.get('id') ?? ''
  if (!UUID.test(id)) return null
  return { key: id.toUpperCase(), total: amountOf(parts.get('tt')), date: null, mark: markOf(parts.get('fe')) }
}

/** RUC, type, series, number, amount, date, hash. */
function readCfe(query: string): FiscalCode | null {
  const [ruc = '', type = '', series = '', number = '', amount, date, hash] = decoded(query).split(',')
  const key = cfeKey(ruc, type, series, number)
  const code = key && { key, total: amountOf(amount), date: dateOf(date), mark: markOf(hash) }
  // CFE numbers are consecutive: without a hash anybody could make up a code.
  return code && code.mark !== null ? code : null
}

const cfeKey = (ruc: string, type: string, series: string, number: string): string | null =>
  /^\d{6,14}$/u.test(ruc) && /^\d{3}$/u.test(type) && /^[A-Z]{1,2}$/iu.test(series) && /^\d{1,10}$/u.test(number)
    ? [ruc, type, series.toUpperCase(), Number(number)].join(',')
    : null

function decoded(query: string): string {
  try {
    return decodeURIComponent(query)
  } catch {
    return query
  }
}

/** `0000001284.500000` and `1284.5` are one amount. */
const amountOf = (text = ''): number | null => (/^\d{1,18}(?:\.\d{1,6})?$/u.test(text) ? Number(text) : null)

/** `21/11/2026` or `20261121`. */
function dateOf(text = ''): string | null {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/u.exec(text) ?? []
  if (day !== undefined) return `${year}${month}${day}`
  return /^\d{8}$/u.test(text) ? text : null
}

/** In lower case, because a caps lock may have been on. */
const markOf = (text = ''): string | null => text.replace(/[^a-z0-9]/giu, '').toLowerCase() || null

/** The code that an invoice carries: from its verification address, else from its fiscal data. Null for an invoice without them. */
export function fiscalCodeOf(fiscal: FiscalData | null | undefined): FiscalCode | null {
  if (!fiscal) return null
  return readFiscalCode(fiscal.verificationUrl) ?? (fiscal.scheme === 'cfdi-4.0' ? ofUuid(fiscal) : ofSeries(fiscal))
}

const ofUuid = ({ folio = '', issuerSeal = '' }: FiscalData): FiscalCode | null =>
  UUID.test(folio) ? { key: folio.toUpperCase(), total: null, date: null, mark: markOf(issuerSeal.slice(-8)) } : null

/** Null where the data lack the hash, too: without it anybody could make up a code. */
function ofSeries({ folio = '', documentType = '', issuer, securityCode }: FiscalData): FiscalCode | null {
  const [, series = '', number = ''] = /^\s*([A-Z]{1,2})[\s-]*(\d+)\s*$/iu.exec(folio) ?? []
  const key = cfeKey(issuer?.taxId ?? '', /\d{3}/u.exec(documentType)?.[0] ?? '', series, number)
  const mark = markOf(securityCode)
  return key === null || mark === null ? null : { key, total: null, date: null, mark }
}

/** Whether a scanned code and the invoice's agree wherever both say something. The data may hold only the first characters of the hash. */
export function isSameCode(scanned: FiscalCode, known: FiscalCode): boolean {
  const agree = <T>(one: T | null, other: T | null): boolean => one === null || other === null || one === other
  const mark = known.mark === null ? null : (scanned.mark?.slice(0, known.mark.length) ?? null)
  return scanned.key === known.key && agree(scanned.total, known.total) && agree(scanned.date, known.date) && agree(mark, known.mark)
}
