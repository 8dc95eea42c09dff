import { useI18n } from 'vue-i18n'
import type { StaffJob } from '../../../shared/contract/staff.ts'

/** `Duplicado · DE 4043 2503`; what it is alone, for those who are not told its name. */
export function useJobTitle() {
  const { t } = useI18n()
  return ({ kind, name }: Pick<StaffJob, 'kind' | 'name'>): string => [t(`desks.jobs.kinds.${kind}`), name].filter(Boolean).join(' · ')
}
