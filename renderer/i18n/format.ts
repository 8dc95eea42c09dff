import { toValue, type MaybeRefOrGetter } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Conventions } from '../../shared/contract/account.ts'
import { taxName } from '../../shared/domain/billing.ts'
import { formatDate, formatDates, formatMonth, type DateStyle } from '../../shared/domain/dates.ts'
import { formatMoney, formatPrice } from '../../shared/domain/money.ts'
import { formatNumber } from '../../shared/domain/numbers.ts'
import { dateLocale } from './i18n.ts'
import { useKiosk } from '../stores/kiosk.ts'

/**
 * Writes the values of one account. Money and numbers follow the account's zone whatever the language of the screen, because
 * that is how they stand on the bill in the person's hand; dates are words and follow the language.
 */
export function useFormat(conventions: MaybeRefOrGetter<Conventions>) {
  const { locale } = useI18n()
  const zone = () => toValue(conventions)
  const dates = () => dateLocale(locale.value, zone().locale)

  const number = (value: number, decimals = 6): string => formatNumber(value, zone().locale, decimals)

  return {
    /** Minor units, with the currency's sign: `$1,284.50`. */
    money: (minor: number): string => formatMoney(minor, zone().currency, zone().locale),
    /** The same in pieces, for figures whose sign is set smaller; put together again they are `money`. */
    moneyParts: (minor: number) => {
      const text = formatMoney(minor, zone().currency, zone().locale)
      const digits = text.search(/\d/u)
      return { sign: text.slice(0, digits), amount: text.slice(digits), currency: zone().currency }
    },
    /** Major units with up to six decimals, as unit prices are given. */
    price: (major: number): string => formatPrice(major, zone().currency, zone().locale),
    /** Without cents, for the axis of a chart. */
    wholeMoney: (minor: number): string => {
      const text = formatMoney(minor, zone().currency, zone().locale)
      return text.replace(/[.,]\d+$/u, '')
    },
    /** `IVA 16 %` */
    tax: (tax: { name: string; rate: number }): string => taxName(tax, zone().locale),
    number,
    quantity: (value: number, unit: string | null): string => (unit === null ? number(value) : `${number(value)} ${unit}`),
    date: (date: string, style: DateStyle = 'long'): string => formatDate(date, dates(), style),
    /** `1–31 oct 2026` */
    dates: (from: string, to: string): string => formatDates(from, to, dates()),
    /** `2026-10` → `octubre`, `oct`, or `octubre de 2026`. */
    month: (month: string, style: 'long' | 'short' = 'long', withYear = false): string => formatMonth(month, dates(), style, withYear),
  }
}

/** Writes dates as at this branch, where no account's own conventions are at hand. */
export function useBranchDates(): (day: string, style?: DateStyle) => string {
  const { locale } = useI18n()
  const kiosk = useKiosk()
  return (day, style = 'long') => formatDate(day, dateLocale(locale.value, kiosk.homeZone?.locale ?? locale.value), style)
}
