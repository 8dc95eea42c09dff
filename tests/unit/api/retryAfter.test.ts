import { describe, expect, it } from 'vitest'
import { readRetryAfter } from '../../../electron/api/retryAfter.ts'

const now = Date.parse('2026-11-21T16:42:00Z')
const FIVE_MINUTES = 300_000

describe('S25 Retry-After', () => {
  it.each([
    ['seconds', '7', 7000],
    ['no seconds', '0', 0],
    ['a date', 'Sat, 21 Nov 2026 16:42:30 GMT', 30_000],
    ['a date in the old form', 'Saturday, 21-Nov-26 16:42:30 GMT', 30_000],
    ['a date that is past', 'Sat, 21 Nov 2020 16:42:00 GMT', 0],
    ['a year', '31536000', FIVE_MINUTES],
    ['more than any number', '9'.repeat(400), FIVE_MINUTES],
    ['a date in the far future', 'Mon, 21 Nov 2126 16:42:00 GMT', FIVE_MINUTES],
  ])('%s is bounded', (_name, header, expected) => {
    expect(readRetryAfter(header, now)).toBe(expected)
  })

  it.each([undefined, '', 'soon', '-5', '1.5', 'Monday', '2026-11-21'])('%s says nothing', (header) => {
    expect(readRetryAfter(header, now)).toBeUndefined()
  })
})
