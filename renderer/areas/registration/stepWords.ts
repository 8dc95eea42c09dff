import { useI18n } from 'vue-i18n'
import { registrationSteps, type RegistrationStep } from '../../stores/registration.ts'

/** *Paso 1 de 3: …*, as it stands under the heading. */
export function useStepWords(): (step: RegistrationStep) => string {
  const { t } = useI18n()
  return (step) => t('registration.step', { n: registrationSteps.indexOf(step) + 1, of: registrationSteps.length, name: t(`registration.steps.${step}`) })
}
