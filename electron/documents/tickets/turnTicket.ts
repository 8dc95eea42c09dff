import { centred, gap, large, rule, type Block } from './block.ts'
import { ticketWords } from './ticketWords.ts'

export interface TurnModel {
  brand: string | null
  branch: string | null
  /** `A-042` */
  name: string
  /** In ready words. */
  date: string
  time: string
}

/** A number in the queue of the counter. */
export function turnTicket({ brand, branch, name, date, time }: TurnModel): Block[] {
  const words = ticketWords.turn
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
