import { useI18n } from 'vue-i18n'
import type { PrintableKind } from '../../../shared/contract/documents.ts'
import type { Attention, PrinterRole, PrintJob } from '../../../shared/contract/printing.ts'
import { turnName } from '../../../shared/domain/turns.ts'
import { listIn } from '../../i18n/lists.ts'
import type { Printable } from '../../stores/printing.ts'

/** Where the words stand for what each printer needs: one for tickets has neither toner nor trays. */
const needKeys: Record<PrinterRole, (need: Attention) => string> = {
  documents: (need) => `printing.waiting.${need}.title`,
  tickets: (need) => `printing.ticketPrinter.${need}`,
}

type Named = Pick<PrintJob, 'kind' | 'documentName' | 'copyNumber'>

/** An original is told as the duplicate that was asked for. */
export const paperKind = (kind: PrintJob['kind']): PrintableKind => (kind === 'original' ? 'duplicate' : kind)

/** At the beginning of a sentence. */
export const sentence = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1)

/** The words for papers and for what their printers need. */
export function usePaperWords() {
  const { t, locale } = useI18n()
  /** `Factura DE 4043 2503`, `Turno A-042`. */
  function nameOf({ kind, documentName, copyNumber }: Named): string {
    const name = kind === 'turn' && copyNumber !== null ? turnName(copyNumber) : documentName
    return t(`printing.names.${paperKind(kind)}`, { name }).trim()
  }
  return {
    nameOf,
    namesOf: (jobs: readonly Named[]): string => listIn(locale.value, jobs.map(nameOf)),
    /** Of what was only asked for. */
    titleOf: ({ document: { kind }, name }: Printable): string => t(`printing.names.${kind}`, { name }).trim(),
    /** `La impresora de tickets no tiene papel` */
    needOf: (printer: PrinterRole, need: Attention): string => t(needKeys[printer](need)),
  }
}
