import { useI18n } from 'vue-i18n'

/** Documents as people call them: a passport in their language, the others by the letters that stand on them. */
export function useDocumentNames(): (type: string) => string {
  const { t } = useI18n()
  return (type) => (type.toLowerCase() === 'pasaporte' ? t('supply.holder.passport') : type)
}
