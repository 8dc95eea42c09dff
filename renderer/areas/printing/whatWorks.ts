import { computed, onMounted, onScopeDispose } from 'vue'
import { useI18n } from 'vue-i18n'
import { useKiosk } from '../../stores/kiosk.ts'
import { usePrinter } from '../../stores/printer.ts'
import { usePaperWords } from './paperWords.ts'

/** A printer that dies while nobody is here is noticed as soon as this. */
const LOOK_EVERY = 60_000

/** Before anything is asked for: what does not work now, and what does all the same; null when all is well. */
export function useWhatWorks() {
  const { t } = useI18n()
  const kiosk = useKiosk()
  const printer = usePrinter()
  const papers = usePaperWords()
  const look = (): void => void printer.check('duplicate')
  const timer = setInterval(look, LOOK_EVERY)
  onMounted(look)
  onScopeDispose(() => clearInterval(timer))

  return computed(() => {
    if (printer.need && printer.role === 'documents') {
      const works = t(kiosk.printers.includes('tickets') ? 'printing.works.withTickets' : 'printing.works.noPrinter')
      return { name: papers.needOf('documents', printer.need), detail: works }
    }
    return kiosk.online || kiosk.preparing ? null : { name: t('app.offline'), detail: t('printing.works.offline') }
  })
}
