import { useI18n } from 'vue-i18n'
import type { FolioState } from '../../../shared/contract/requests.ts'

/** What comes next of something filed. The answer to a message without an account stands in no account's list. */
export function useNextWords(): (filed: Pick<FolioState, 'kind' | 'state'>) => string {
  const { t } = useI18n()
  return ({ kind, state }) => (kind === 'contact' && (state === 'resolved' || state === 'rejected') ? t('requests.nextOfMessage') : t(`requests.next.${state}`))
}
