import type { Invoice } from '../utility-api/generated/types.gen.ts'

/** What the QR of a certified invoice says of it. Null where it does not say, or the invoice does not. */
export interface FiscalCode {
  /** By which the invoice is found: the UUID of a CFDI; RUC, type, series and number of a CFE. */
  key: string
  /** In major units. */
  total: number | null
  /** `YYYYMMDD`. */
  date: string | null
  /** Letters and digits of the end of the seal, or of the hash, perhaps its beginning alone: they cannot be guessed from the rest. */
  mark: string | null
}

type FiscalData = NonNullable<Invoice['fiscal']>

/** A caps lock makes a semicolon of a colon that another layout has beside its ñ. */
const MEXICAN = /^https?[:;]\/\/(?:[a-z0-9-]+\.)*sat\.gob\.mx\/[^?\s]*\?(\S+)$/iu
const URUGUAYAN = /^https?[:;]\/\/(?:[a-z0-9-]+\.)*dgi\.gub\.uy\/[^?\s]*\?(\S+)$/iu
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu

/** Reads the address that a fiscal QR carries, in any of the forms that are seen. Null for the address of anybody else. */
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
  // The numbers follow on one another: without its hash a code can be made up.
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

/** In one case: a caps lock that was left on turns it. */
const markOf = (text = ''): string | null => text.replace(/[^a-z0-9]/giu, '').toLowerCase() || null

/** How the code of an invoice reads: by the address that it prints, else by its fiscal data. Null for one without any. */
export function fiscalCodeOf(fiscal: FiscalData | null | undefined): FiscalCode | null {
  if (!fiscal) return null
  return readFiscalCode(fiscal.verificationUrl) ?? (fiscal.scheme === 'cfdi-4.0' ? ofUuid(fiscal) : ofSeries(fiscal))
}

const ofUuid = ({ folio = '', issuerSeal = '' }: FiscalData): FiscalCode | null =>
  UUID.test(folio) ? { key: folio.toUpperCase(), total: null, date: null, mark: markOf(issuerSeal.slice(-8)) } : null

/** Null where its hash is not known either, without which a code can be made up. */
function ofSeries({ folio = '', documentType = '', issuer, securityCode }: FiscalData): FiscalCode | null {
  const [, series = '', number = ''] = /^\s*([A-Z]{1,2})[\s-]*(\d+)\s*$/iu.exec(folio) ?? []
  const key = cfeKey(issuer?.taxId ?? '', /\d{3}/u.exec(documentType)?.[0] ?? '', series, number)
  const mark = markOf(securityCode)
  return key === null || mark === null ? null : { key, total: null, date: null, mark }
}

/** Whether what was scanned says nothing else than the invoice does, of which the data may have the first characters of the hash alone. */
export function isSameCode(scanned: FiscalCode, known: FiscalCode): boolean {
  const agree = <T>(one: T | null, other: T | null): boolean => one === null || other === null || one === other
  const mark = known.mark === null ? null : (scanned.mark?.slice(0, known.mark.length) ?? null)
  return scanned.key === known.key && agree(scanned.total, known.total) && agree(scanned.date, known.date) && agree(mark, known.mark)
}
