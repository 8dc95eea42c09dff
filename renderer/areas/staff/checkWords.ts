import { useI18n } from 'vue-i18n'
import { attention } from '../../../shared/contract/printing.ts'
import type { CheckResult } from '../../../shared/contract/selfTest.ts'
import { sentence, usePaperWords } from '../printing/paperWords.ts'
import { useStaffFormat } from './staffFormat.ts'

/** What a self-test found, in words with a next step. */
export function useCheckWords() {
  const { t, te } = useI18n()
  const papers = usePaperWords()
  const format = useStaffFormat()

  function causeOf({ check, cause, amount }: CheckResult): string {
    const need = attention.safeParse(cause)
    if (need.success) return `${sentence(papers.needOf(check === 'ticketPrinter' ? 'tickets' : 'documents', need.data))}.`
    return t(`selfTest.causes.${cause}`, { bytes: format.bytes(amount ?? 0), time: format.lasting(Math.abs(amount ?? 0)) })
  }
  return {
    /** Nothing where there is nothing to say. */
    detailOf(result: CheckResult): string {
      if (result.outcome === 'failed') return causeOf(result)
      const open = `selfTest.open.${result.check}`
      return result.outcome === 'open' && te(open) ? t(open) : ''
    },
  }
}
