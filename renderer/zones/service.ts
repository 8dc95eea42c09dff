import { mdiFire, mdiStorefrontOutline, mdiWater } from '@mdi/js'
import type { Zone } from '../../shared/contract/kiosk.ts'

/** What a zone supplies; `other` while no zone is known. Whatever speaks of the service is chosen by this. */
export type Service = Zone['service'] | 'other'

export const serviceOf = (zone: Zone | null): Service => zone?.service ?? 'other'

export const serviceIcons: Record<Service, string> = { gas: mdiFire, water: mdiWater, other: mdiStorefrontOutline }
