import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Zone } from '../../shared/contract/kiosk.ts'
import { formatDate } from '../../shared/domain/dates.ts'
import type { Problem } from '../../shared/problems.ts'
import { useAccountZone } from '../zones/accountZone.ts'
import { dateLocale } from './i18n.ts'

/** What an address looks like, for hints. */
export const SAMPLE_EMAIL = 'ana@correo.com'

type FieldErrors = Partial<Record<string, string>>

/** What is wrong with each field, in words; a zone that gave its own rule explains it itself. */
export function useFieldWords(problem: () => Problem | null, zone: () => Zone | null = () => null): ComputedRef<FieldErrors> {
  const { t, te, locale } = useI18n()
  const accountZone = useAccountZone()

  function words({ field, problem: reason, day }: NonNullable<Problem['fields']>[number]): string {
    if (day !== undefined)
      return t(`fields.other.${reason}`, { day: formatDate(day, dateLocale(locale.value, accountZone.value?.locale ?? locale.value), 'long') })
    const rule = ruleOf(field, zone())
    if (reason === 'pattern' && rule?.help) return rule.help
    // Words of our own name the numbers, and count their characters, as a zone without rules has them.
    if (rule?.label) return t(`fields.named.${reason}`, { label: rule.label })
    const own = `fields.${field}.${reason}`
    return te(own, 'es-MX') ? t(own) : t(`fields.other.${reason}`)
  }

  return computed(() => {
    const now = problem()
    if (now?.code === 'wrong-check-digit') return { accountNumber: t('problems.wrong-check-digit.what') }
    if (now?.code === 'wrong-code') return { code: `${t('problems.wrong-code.what')} ${t('problems.wrong-code.next')}` }
    return Object.fromEntries((now?.fields ?? []).map((wrong) => [wrong.field, words(wrong)]))
  })
}

const ruleOf = (field: string, zone: Zone | null): Zone['account'] | undefined =>
  field === 'accountNumber' ? zone?.account : field === 'invoiceNumber' ? zone?.invoice : undefined

/** A wait as people say it: seconds up to two minutes, then minutes. */
export function waitInWords(t: (key: string, count: number) => string, seconds: number): string {
  return seconds < 120 ? t('lookup.wait.seconds', seconds) : t('lookup.wait.minutes', Math.ceil(seconds / 60))
}
