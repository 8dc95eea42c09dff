import { useI18n } from 'vue-i18n'
import { useMoment } from '../../i18n/moment.ts'
import { useKiosk } from '../../stores/kiosk.ts'

const UNITS = [
  { unit: 'day', seconds: 86_400, from: 2 },
  { unit: 'hour', seconds: 3_600, from: 1.5 },
  { unit: 'minute', seconds: 60, from: 1 },
] as const
const SIZES = [
  { unit: 'gigabyte', bytes: 1e9 },
  { unit: 'megabyte', bytes: 1e6 },
] as const

/** In the largest unit of which there are enough. */
function inUnit(seconds: number): { unit: 'day' | 'hour' | 'minute' | 'second'; count: number } {
  const { unit, seconds: each } = UNITS.find(({ seconds: each, from }) => seconds >= each * from) ?? { unit: 'second', seconds: 1 }
  return { unit, count: Math.floor(seconds / each) }
}

/** Writes the figures of the page for staff in the language of the screen. */
export function useStaffFormat() {
  const { locale } = useI18n()
  const kiosk = useKiosk()

  return {
    /** `21 nov 2026, 10:42` */
    moment: useMoment(),
    /** `hace 3 horas` */
    ago(seconds: number): string {
      const { unit, count } = inUnit(seconds)
      return new Intl.RelativeTimeFormat(locale.value, { numeric: 'auto' }).format(-count, unit)
    },
    /** `3 horas` */
    lasting(seconds: number): string {
      const { unit, count } = inUnit(seconds)
      return new Intl.NumberFormat(locale.value, { style: 'unit', unit, unitDisplay: 'long' }).format(count)
    },
    /** `412 MB`, `58.4 GB` */
    bytes(count: number): string {
      const { unit, bytes } = SIZES.find(({ bytes }) => count >= bytes) ?? { unit: 'kilobyte', bytes: 1e3 }
      return new Intl.NumberFormat(locale.value, { style: 'unit', unit, maximumFractionDigits: unit === 'gigabyte' ? 1 : 0 }).format(count / bytes)
    },
    /** With seconds, so that a refreshed page can be told from one that is not. */
    timeOfDay: (at: number): string => new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: kiosk.branchTimeZone }).format(at),
  }
}
