import { useI18n } from 'vue-i18n'
import type { Conventions } from '../../../shared/contract/account.ts'
import { businessDate, businessTime } from '../../../shared/domain/dates.ts'
import { useFormat } from '../../i18n/format.ts'

/** Until when a payment can be made, by the clock and the calendar of the account's zone. */
export function useOnlineTime(conventions: () => Conventions) {
  const { t } = useI18n()
  const format = useFormat(conventions)
  const timeOf = (instant: string): string => businessTime(instant, conventions().timeZone)
  return {
    /** With its day where that is not the one on which it is read. */
    until(instant: string): string {
      const { timeZone } = conventions()
      const [day, time] = [businessDate(instant, timeZone), timeOf(instant)]
      return day === businessDate(Date.now(), timeZone)
        ? t('onlinePayment.until', { time })
        : t('onlinePayment.untilDay', { date: format.date(day, 'day'), time })
    },
  }
}
