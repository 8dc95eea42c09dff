/** How far local clocks are ahead of UTC at an instant, in milliseconds. */
export function offsetAt(instant: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    era: 'short',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const parts = format.formatToParts(instant)
  const part = Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  const isBefore = parts.some(({ type, value }) => type === 'era' && value.startsWith('B'))
  const wall = new Date(0)
  // `Date.UTC` takes the years 0 to 99 for those of the last century. The year before the year 1 is the year 0.
  wall.setUTCFullYear(isBefore ? 1 - year : year, month - 1, day)
  return wall.setUTCHours(hour, minute, second) - Math.floor(instant / 1000) * 1000
}

/** The instant at which a day (`2026-11-21`) begins in a time zone, milliseconds since the epoch. */
export function midnight(date: string, timeZone: string): number {
  const utc = Date.parse(`${date}T00:00:00Z`)
  // The offset at the day's beginning is asked for near it: asking twice is right also on the day when clocks change.
  const near = utc - offsetAt(utc, timeZone)
  return utc - offsetAt(near, timeZone)
}
