import type { MonthPair } from '../../../shared/contract/account.ts'

/** The colours of a chart, read from the theme's tokens. */
export interface ChartColours {
  ink: string
  ink2: string
  line: string
  accent: string
  past: string
  now: string
}

/** What the chart writes: values and months in the account's way, and the names of its two series. */
export interface ChartWords {
  axisValue: (value: number) => string
  month: (month: string) => string
  thisYear: string
  lastYear: string
  size: number
  family: string
  /** Months of which not all was measured: their bars are drawn as outlines. */
  isEstimated?: (month: string) => boolean
}

const ROUNDED = [6, 6, 0, 0]

/** Two bars a month, last year's on the left. The latest month stands out by its colour and by its name set in bold. */
export function amountsOption(months: readonly MonthPair[], colours: ChartColours, words: ChartWords) {
  return {
    animation: false,
    grid: { left: words.size * 0.6, right: 4, top: words.size, bottom: words.size * 0.6, containLabel: true },
    ...axes(months, colours, words),
    series: [lastYear(months, colours, words), thisYear(months, colours, words)],
  }
}

function axes(months: readonly MonthPair[], colours: ChartColours, words: ChartWords) {
  const text = { color: colours.ink2, fontSize: words.size, fontFamily: words.family }
  const strong = { color: colours.ink, fontSize: words.size * 1.1, fontWeight: 'bold' as const }
  return {
    xAxis: {
      type: 'category' as const,
      data: months.map(({ month }, index) => ({ value: words.month(month), ...(isLatest(months, index) && { textStyle: strong }) })),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.ink2, width: 2 } },
      axisLabel: { ...text, interval: 0, hideOverlap: true, margin: Math.max(8, words.size - 12) },
    },
    yAxis: {
      type: 'value' as const,
      splitNumber: 3,
      splitLine: { lineStyle: { color: colours.line, width: 2 } },
      axisLabel: { ...text, formatter: words.axisValue },
    },
  }
}

const lastYear = (months: readonly MonthPair[], colours: ChartColours, words: ChartWords) => ({
  type: 'bar' as const,
  name: words.lastYear,
  data: months.map((pair) => pair.lastYear),
  itemStyle: { color: colours.past, borderRadius: ROUNDED },
  barGap: '8%',
  barCategoryGap: '26%',
  silent: true,
})

const thisYear = (months: readonly MonthPair[], colours: ChartColours, words: ChartWords) => ({
  type: 'bar' as const,
  name: words.thisYear,
  data: months.map((pair, index) => ({
    value: pair.thisYear,
    itemStyle: barStyle(isLatest(months, index) ? colours.now : colours.accent, words.isEstimated?.(pair.month) ?? false),
  })),
  silent: true,
})

const barStyle = (color: string, isEstimated: boolean) => ({
  borderRadius: ROUNDED,
  ...(isEstimated ? { color: 'transparent', borderColor: color, borderWidth: 3 } : { color }),
})

const isLatest = (months: readonly MonthPair[], index: number): boolean => index === months.length - 1

/** How the latest billed month compares with the same month a year before. */
export type Comparison =
  { kind: 'less' | 'more'; month: string; difference: number } | { kind: 'equal'; month: string } | { kind: 'alone'; month: string; amount: number }

/** Null where nothing was billed in the latest month. */
export function compareLatest(months: readonly MonthPair[]): Comparison | null {
  const latest = months.at(-1)
  if (!latest || latest.thisYear === null) return null
  const { month, thisYear, lastYear } = latest
  if (lastYear === null) return { kind: 'alone', month, amount: thisYear }
  if (thisYear === lastYear) return { kind: 'equal', month }
  return { kind: thisYear < lastYear ? 'less' : 'more', month, difference: Math.abs(thisYear - lastYear) }
}
