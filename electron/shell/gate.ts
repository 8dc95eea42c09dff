import { failure, type Result } from '../../shared/result.ts'
import type { Page } from '../application.ts'
import { LONGEST_FRAME } from '../../shared/contract/wire.ts'

/** More than any screen ever has under way; beyond it the page is not ours, or mad. */
const MOST_IN_FLIGHT = 64

/** Hands calls to the page's side of the application, a bounded number at a time. Beyond the bound: `bad-request`. */
export function boundCalls(page: Page): (channel: unknown, request: unknown) => Promise<Result<unknown>> {
  let inFlight = 0
  return async (channel, request) => {
    if (inFlight >= MOST_IN_FLIGHT) return failure({ code: 'bad-request' })
    inFlight += 1
    try {
      return await page.call(channel, request)
    } finally {
      inFlight -= 1
    }
  }
}

/**
 * What structured cloning let through, reduced to the JSON that the browser shell's wire would have carried, or null when it is no such
 * thing or is longer than a frame.
 */
export function asPlainData(value: unknown): { value: unknown } | null {
  try {
    const text = JSON.stringify(value)
    if (text === undefined || Buffer.byteLength(text) > LONGEST_FRAME) return null
    return { value: JSON.parse(text) as unknown }
  } catch {
    return null
  }
}
