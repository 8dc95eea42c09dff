import type { PaperLocale } from '../paperLocale.ts'
import { centred, gap, large, rule, type Block } from './block.ts'
import { ticketWords } from './ticketWords.ts'

export interface TurnModel {
  locale: PaperLocale
  brand: string | null
  branch: string | null
  /** `A-042` */
  name: string
  /** In ready words. */
  date: string
  time: string
}

/** A number in the queue of the counter. */
export function turnTicket({ locale, brand, branch, name, date, time }: TurnModel): Block[] {
  const words = ticketWords(locale).turn
  return [
    ...(brand === null ? [] : [large(brand, 2)]),
    ...(branch === null ? [] : [centred(branch)]),
    rule,
    centred(words.title),
    large(name, 8),
    rule,
    centred(`${date} · ${time}`),
    gap,
    { kind: 'text', text: words.wait, bold: true, centred: true },
  ]
}
