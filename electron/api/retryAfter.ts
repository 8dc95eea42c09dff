const LONGEST = 5 * 60_000

/**
 * `Retry-After` in milliseconds from now, in either of its forms (RFC 9110 §10.2.3: seconds, or an HTTP date). Never negative, never more
 * than five minutes whatever was sent; undefined when it says nothing that can be understood.
 */
export function readRetryAfter(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? ''
  if (/^\d+$/.test(text)) return bounded(Number(text) * 1000)
  // Only the date forms of HTTP begin with a weekday; Date.parse alone would take almost anything.
  if (!/^(Mon|Tues?|Wed(nes)?|Thu(rs)?|Fri|Sat(ur)?|Sun)(day)?,? /.test(text)) return undefined
  const at = Date.parse(text)
  return Number.isNaN(at) ? undefined : bounded(at - now)
}

const bounded = (milliseconds: number): number => Math.min(Math.max(milliseconds, 0), LONGEST)
