type Part = 'day' | 'month' | 'year'
const isPart = (type: string): type is Part => type === 'day' || type === 'month' || type === 'year'

/** In which order a locale writes a date in digits. */
const orderOf = (locale: string): Part[] =>
  new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric' })
    .formatToParts(0)
    .map(({ type }) => type)
    .filter(isPart)

/**
 * Reads a date as the zone writes it (`21/11/2026`, also with hyphens, points, spaces or nothing between), or as `2026-11-21`. Null when it
 * is none, or not yet. `final`: nothing more is being typed, so that `1/2/26` is a date too.
 */
export function readDate(typed: string, locale: string, final: boolean): string | null {
  const text = typed.trim()
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text)) return existing(text)
  const order = orderOf(locale)
  const parts = /^\d{8}$/u.test(text) ? splitDigits(text, order) : text.split(/[/.\s-]+/u)
  if (parts.length !== 3 || !parts.every((part) => /^\d{1,4}$/u.test(part))) return null
  const written = (part: Part): string => parts[order.indexOf(part)] ?? ''
  const [year, month, day] = [written('year'), written('month'), written('day')]
  if (month.length > 2 || day.length > 2 || (year.length !== 4 && !(final && year.length === 2))) return null
  return existing(`${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

function splitDigits(text: string, order: readonly Part[]): string[] {
  let at = 0
  return order.map((part) => text.slice(at, (at += part === 'year' ? 4 : 2)))
}

/** A day that there is: the calendar would take 31 February for 3 March. */
function existing(date: string): string | null {
  const time = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) ? date : null
}

/** With day and month there, the touch keyboard writes the stroke by itself. */
export const wantsStroke = (text: string): boolean => /^\d{2}$|^\d{2}\/\d{2}$/u.test(text)
