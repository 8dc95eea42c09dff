import type { CommandReceipt } from '../../shared/utility-api/generated/types.gen.ts'
import { zCommandReceipt } from '../../shared/utility-api/generated/zod.gen.ts'
import { shorten } from '../bounds/shorten.ts'
import type { Reply } from './exchange.ts'
import { apiFailure, type ApiOutcome } from './outcome.ts'
import { isWebPage, refusalOf } from './refusal.ts'
import { judgeStatus, readJson, retryAfter } from './reply.ts'

/** These speak of the way to the utility (a proxy, a wrong host, too early), not of the command. */
const OF_THE_WAY = new Set([407, 421, 425])

/** The utility's number is shown and printed on one line; whatever it is, the command has been taken. */
const FOLIO_ROOM = { characters: 60, lines: 1 }
/** Characters that turn the direction of what follows. */
const DIRECTIONS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** A number that the utility gives, as it is shown and printed. */
export const asFolio = (text: string): string => shorten(text.replace(DIRECTIONS, ''), FOLIO_ROOM)

/**
 * What an answer to a command means. A web page is a captive portal's or a proxy's word whatever its status, so it refuses nothing. A 4xx that
 * the specification does not list is final only when the utility says why in a problem document: the same bytes would not fare better.
 */
export function judgeDelivery(reply: Reply, now: number): ApiOutcome<Reply> {
  const { status } = reply
  if (status === 201) return { ok: true, value: reply }
  if (status === 408 || status === 409) return { ...apiFailure('busy', { status }), ...retryAfter(reply, now) }
  const outcome = judgeStatus(reply, now)
  const isJudgement = status >= 400 && status < 500 && status !== 401 && status !== 429
  if (outcome.ok || !isJudgement) return outcome
  const refusal = OF_THE_WAY.has(status) || isWebPage(reply) ? null : refusalOf(reply)
  return refusal ? apiFailure('refused', { status, refusal }) : apiFailure('not-an-answer', { status })
}

/** An acknowledgement is a receipt for this very command, and nothing else. */
export function readReceipt(id: string, reply: ApiOutcome<Reply>): ApiOutcome<CommandReceipt> {
  const receipt = readJson(zCommandReceipt, reply)
  if (!receipt.ok) return receipt
  if (receipt.value.commandId.toLowerCase() !== id.toLowerCase()) return apiFailure('not-an-answer')
  return { ok: true, value: { ...receipt.value, folio: asFolio(receipt.value.folio) } }
}
