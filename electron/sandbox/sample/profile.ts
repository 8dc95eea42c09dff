import type { Zone } from '../../../shared/utility-api/generated/types.gen.ts'

/** A town with what its addresses need. */
export interface City {
  name: string
  state: string
  /** First digits of its postal codes. */
  postalPrefix: string
  neighbourhoods: readonly string[]
}

/** How a zone bills: what stands on its invoices, in major units. */
export interface Charges {
  /** Price of a billed unit three years ago, before it rises month by month. */
  unitPrice: number
  usage: { description: string; rate: number }
  /** Parts of the usage charge (sewerage, sanitation), at their own rate. */
  shares: { description: string; share: number; rate: number }[]
  fixed: { description: string; amount: number; rate: number }
  /** A charge that stands on some bills only, at a rate of its own. */
  occasional: { description: string; amount: number; rate: number }
  /** What a household uses in an ordinary month, in metered units. */
  monthlyUse: number
  /** By month, January first. */
  seasons: readonly number[]
  /** From metered to billed units (the heating value), where the zone converts. */
  conversion: { factor: number; unit: string } | null
  daysToPay: number
}

/** A zone of the sample company with all that its data is made from. */
export interface ZoneProfile {
  zone: Zone
  /** Three digits that begin its payment references. */
  code: string
  cities: City[]
  accountDigits: number
  checkDigits: 'luhn' | 'unexplained' | 'none'
  /** Eight digits → the invoice number as printed. */
  printInvoiceNumber: (serial: string) => string
  charges: Charges
  fiscal: 'cfdi-4.0' | 'cfe-uy'
  issuerPostalCode: string
  payChannels: readonly string[]
}
