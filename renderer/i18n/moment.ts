import { useI18n } from 'vue-i18n'
import { businessDate, businessTime, formatDate } from '../../shared/domain/dates.ts'
import { dateLocale } from './i18n.ts'
import { useKiosk } from '../stores/kiosk.ts'

/** Writes an instant as people at this branch say it: `21 nov 2026, 10:42`, in the branch's time zone. */
export function useMoment(): (instant: string) => string {
  const kiosk = useKiosk()
  const { locale } = useI18n()
  return (instant) => {
    const zone = kiosk.branchTimeZone
    const language = dateLocale(locale.value, kiosk.homeZone?.locale ?? locale.value)
    return `${formatDate(businessDate(instant, zone), language, 'short')}, ${businessTime(instant, zone)}`
  }
}
