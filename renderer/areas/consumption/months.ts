import type { MonthPair } from '../../../shared/contract/account.ts'
import type { Consumption } from '../../../shared/contract/statement.ts'
import { addMonths, monthOf } from '../../../shared/domain/dates.ts'

type Reading = Consumption['readings'][number]

export interface ConsumedMonths {
  /** The last twelve months with those of a year before, oldest first; months without a reading in either year are left out. */
  pairs: MonthPair[]
  /** Months of the last twelve whose consumption rests on an estimate. */
  estimated: Set<string>
}

/** What the readings say was consumed, by the month in which they were taken. */
export function consumedMonths(readings: readonly Reading[]): ConsumedMonths {
  const measured = readings.filter((reading) => reading.consumption !== null)
  const byMonth = Map.groupBy(measured, ({ takenOn }) => monthOf(takenOn))
  const consumed = (month: string): number | null => byMonth.get(month)?.reduce((sum, reading) => sum + (reading.consumption ?? 0), 0) ?? null
  const latest = measured[0] && monthOf(measured[0].takenOn)
  if (latest === undefined) return { pairs: [], estimated: new Set() }
  const months = Array.from({ length: 12 }, (_, index) => addMonths(latest, index - 11))
  return {
    pairs: months
      .map((month) => ({ month, thisYear: consumed(month), lastYear: consumed(addMonths(month, -12)) }))
      .filter(({ thisYear, lastYear }) => thisYear !== null || lastYear !== null),
    estimated: new Set(months.filter((month) => byMonth.get(month)?.some(({ kind }) => kind === 'estimated'))),
  }
}
