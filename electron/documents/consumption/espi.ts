import type { Reading, Zone } from '../../../shared/utility-api/generated/types.gen.ts'

/**
 * Codes of the Energy Services Provider Interface (NAESB REQ.21), read in secondary sources and in the published schema, never in the
 * standard itself: who has it corrects this table alone.
 */
interface ServiceCodes {
  /** `ServiceCategory/kind`. */
  serviceKind: number
  commodity: number
}

export const serviceCodes: Record<Zone['service'], ServiceCodes> = {
  gas: { serviceKind: 1, commodity: 7 },
  water: { serviceKind: 2, commodity: 9 },
}

/** A volume in cubic metres; of another unit nothing is said, rather than something wrong. */
export const measureCodes = (unit: string): { kind: number; uom: number } =>
  ['m³', 'm3'].includes(unit.toLowerCase()) ? { kind: 58, uom: 42 } : { kind: 0, uom: 0 }

/** What was used between two readings, not the meter's own count. */
export const DELTA_DATA = 4
/** From the utility to the customer. */
export const FORWARD = 1
/** Rules for daylight saving are switched off: instants are in UTC already. */
export const NO_DAYLIGHT_SAVING = 'FFFFFFFF'

/** `ReadingQuality/quality`: valid, estimated from earlier use, and as it came from the customer, judged by nobody. */
export const qualities: Record<Reading['kind'], number> = { actual: 0, estimated: 8, customer: 14 }

/** Readings carry at most so many decimals: a thousandth of a cubic metre is a litre. */
export const POWER_OF_TEN = -3
