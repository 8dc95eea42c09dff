import type { Invoice } from '../utility-api/generated/types.gen.ts'
import { fiscalCodeOf } from './fiscalCode.ts'
import { referenceKey } from './referencesIn.ts'

/** By which an invoice is found when its payment reference is scanned; null without one. */
export const paymentKeyOf = ({ paymentReference = '' }: Pick<Invoice, 'paymentReference'>): string | null => referenceKey(paymentReference) || null

/** By which it is found when its fiscal QR is scanned; null without one. */
export const fiscalKeyOf = ({ fiscal }: Pick<Invoice, 'fiscal'>): string | null => fiscalCodeOf(fiscal)?.key ?? null
