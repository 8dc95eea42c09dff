import type { CoreLine } from '../fixtures/processes/coreProcessOrders.ts'
import type { Filing } from './filings.ts'

/** What was acknowledged at the counter: the promise that must be kept. */
export interface Promised {
  serial: number
  id: string
  localFolio: string
  accountId: string | null
  /** It was answered the first time that it was asked for. */
  atOnce: boolean
}

/** What customers asked for and were told, as they would remember it. */
export interface Ledger {
  /** How often each filing was asked for. */
  asked: Map<number, { filing: Filing; times: number }>
  /** In the order in which they were told. */
  promised: Promised[]
  /** Answers that no customer should have had. */
  oddities: string[]
  ask(filing: Filing): void
  /** Takes down what a process said. */
  hear(lines: readonly CoreLine[]): void
  /** Asked for, and never answered. */
  unanswered(): Filing[]
}

export function createLedger(): Ledger {
  const asked: Ledger['asked'] = new Map()
  const promised: Promised[] = []
  const oddities: string[] = []
  const ofForm = (formId: string): Filing | undefined => [...asked.values()].find(({ filing }) => filing.order.formId === formId)?.filing

  function hearFiled(formId: string, filed: { id: string; localFolio: string }): void {
    const filing = ofForm(formId)
    if (!filing) return void oddities.push(`${formId} was answered and never asked for`)
    const { serial, order } = filing
    const before = promised.find((each) => each.serial === serial)
    const { id, localFolio } = filed
    if (!before) promised.push({ serial, id, localFolio, accountId: order.accountId, atOnce: asked.get(serial)?.times === 1 })
    else if (before.id !== id || before.localFolio !== localFolio) oddities.push(`${serial} was filed twice: ${before.localFolio} and ${localFolio}`)
  }

  return {
    asked,
    promised,
    oddities,
    ask(filing) {
      asked.set(filing.serial, { filing, times: (asked.get(filing.serial)?.times ?? 0) + 1 })
    },
    hear(lines) {
      for (const line of lines) {
        if ('filed' in line) hearFiled(line.formId, line.filed)
        // Before the utility was heard of for the first time there are no folios; anything else is a refusal without a reason.
        else if ('problem' in line && line.problem !== 'not-enrolled') oddities.push(`${line.formId} was answered ${line.problem}`)
      }
    },
    unanswered: () => [...asked.values()].map(({ filing }) => filing).filter(({ serial }) => !promised.some((each) => each.serial === serial)),
  }
}
