import { readAccountNumber } from '../../../shared/domain/accountNumber.ts'
import { significantCharacters } from '../../../shared/domain/invoiceNumber.ts'
import type { Account, Registration, Zone } from '../../../shared/utility-api/generated/types.gen.ts'
import type { Records } from './records.ts'

/** The account that a registration proves to be the customer's, or null: what does not fit is said to nobody. */
export function provenAccount(form: Registration, zone: Zone, records: Pick<Records, 'accountByNumber' | 'invoicesOf'>): Account | null {
  const account = findAccount(form, zone, records)
  if (!account || account.status === 'closed') return null
  switch (zone.registrationProof ?? 'invoice') {
    case 'invoice':
      return records.invoicesOf(account.id).some(({ number }) => isSame(number, form.invoiceNumber)) ? account : null
    case 'document':
      return isDocumentProof(form, account) ? account : null
    case 'meter':
      return isMeterProof(form, account) ? account : null
  }
}

function findAccount({ accountNumber }: Registration, zone: Zone, records: Pick<Records, 'accountByNumber'>): Account | null {
  const read = readAccountNumber(accountNumber)
  if (!read.ok) return null
  for (const { key, checkDigit } of read.readings) {
    const account = records.accountByNumber(zone.id, key)
    if (account && (checkDigit === null || checkDigit === account.checkDigit)) return account
  }
  return null
}

function isDocumentProof({ documentType, documentNumber, contractNumber }: Registration, { holder, contractNumber: known }: Account): boolean {
  const isDocument = documentType === holder.documentType && isSame(documentNumber, holder.documentNumber)
  return isDocument && (contractNumber === undefined || isSame(contractNumber, known))
}

function isMeterProof(form: Registration, { holder, meterNumber }: Account): boolean {
  if (form.holderKind !== holder.kind || !isSame(form.meterNumber, meterNumber)) return false
  if (holder.kind === 'company') return isSameName(form.companyName, holder.companyName)
  return isSameName(form.familyName, holder.familyName) && isSameName(form.secondFamilyName, holder.secondFamilyName)
}

/** Of numbers capitals and digits count. */
const isSame = (given = '', known: string | null = ''): boolean => significantCharacters(given) === significantCharacters(known ?? '')

/** Of names letters and digits count, with or without accents. */
const isSameName = (given = '', known = ''): boolean => bare(given) === bare(known)
const bare = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
