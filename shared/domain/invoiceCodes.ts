import type { Invoice } from '../utility-api/generated/types.gen.ts'
import { fiscalCodeOf } from './fiscalCode.ts'
import { referenceKey } from './referencesIn.ts'

/** The key by which a scanned payment reference finds its invoice; null for an invoice without one. */
export const paymentKeyOf = ({ paymentReference = '' }: Pick<Invoice, 'paymentReference'>): string | null => referenceKey(paymentReference) || null

/** The key by which a scanned fiscal QR finds its invoice; null for an invoice without one. */
export const fiscalKeyOf = ({ fiscal }: Pick<Invoice, 'fiscal'>): string | null => fiscalCodeOf(fiscal)?.key ?? null
