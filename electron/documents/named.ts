import type { Zone } from '../../shared/utility-api/generated/types.gen.ts'

/** What the zone calls the number of an account on its bills, else the paper's own words. */
export const accountLabel = (zone: Pick<Zone, 'identifiers'>, otherwise: string): string => zone.identifiers?.account?.label ?? otherwise

/** What the zone calls the number of an invoice on its bills, else the paper's own words. */
export const invoiceLabel = (zone: Pick<Zone, 'identifiers'>, otherwise: string): string => zone.identifiers?.invoice?.label ?? otherwise
