import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { textOf } from '../../../shared/domain/typedFields.ts'
import { useKiosk } from '../../stores/kiosk.ts'
import { useRegistration } from '../../stores/registration.ts'
import { useDocumentNames } from '../supply/documentNames.ts'

interface Line {
  name: string
  value: string
  large?: boolean
}

/** What will be sent, under the names of the fields; the password in dots, which do not tell its length. */
export function useRegistrationSummary() {
  const { t } = useI18n()
  const registration = useRegistration()
  const kiosk = useKiosk()
  const nameOf = useDocumentNames()
  return computed((): Line[] => {
    const { read, zone } = registration
    if (!read || !zone) return []
    const zoneName = kiosk.zones.length > 1 ? zone.name : ''
    const lines: Line[] = [
      { name: t('reach.email'), value: textOf(read.email), large: true },
      { name: t('lookup.zone'), value: zoneName },
      { name: zone.account.label ?? t('lookup.account'), value: textOf(read.accountNumber) },
      { name: zone.invoice.label ?? t('lookup.invoice'), value: textOf(read.invoiceNumber).toUpperCase() },
      { name: t('lookup.contract'), value: textOf(read.contractNumber) },
      { name: t('lookup.meter'), value: textOf(read.meterNumber) },
      ...(['companyName', 'givenNames', 'familyName', 'secondFamilyName'] as const).map((name) => ({
        name: t(`supply.holder.${name}`),
        value: textOf(read[name]),
      })),
      { name: nameOf(textOf(read.documentType)), value: textOf(read.documentNumber) },
      { name: t('registration.userName'), value: textOf(read.userName) },
      { name: t('signIn.password'), value: textOf(read.password) === '' ? '' : '••••••••' },
    ]
    return lines.filter(({ value }) => value !== '')
  })
}
