import { identifier } from '../../shared/contract/values.ts'
import { zProblem } from '../../shared/utility-api/generated/zod.gen.ts'
import { shorten } from '../bounds/shorten.ts'
import type { Reply } from './exchange.ts'
import type { Refusal } from './outcome.ts'
import { readJson } from './reply.ts'

/** What the specification calls a final refusal. */
const FINAL = new Set([400, 403, 404, 413, 422])

const LONGEST_DETAIL = 1_000
const LONGEST_CODE = 64
/** The code stands at the end: of a type of any length no more is looked at. */
const END_OF_TYPE = 200
const MOST_ERRORS = 20
const ADDRESS_ROOM = { characters: 120, lines: 1 }

/** A captive portal's or a proxy's word, whatever its status: it refuses nothing. */
export const isWebPage = ({ contentType }: Reply): boolean => /^(text\/html|application\/xhtml\+xml)$/.test(contentType)

/** Why, in the utility's words. Null for a status that refuses only with a reason, and has none. */
export function refusalOf(reply: Reply): Refusal | null {
  const problem = readJson(zProblem, { ok: true, value: reply })
  const unnamed = `http-${reply.status}`
  if (!problem.ok) return FINAL.has(reply.status) ? { code: unnamed, detail: '', errors: [] } : null
  const { type, title, detail = title, errors = [], renewalId, maskedEmail } = problem.value
  // One that is no identifier has no place in an address.
  const named = identifier.safeParse(renewalId)
  const told = errors.slice(0, MOST_ERRORS).map((error) => ({ pointer: cut(error.pointer, LONGEST_CODE), detail: cut(error.detail, LONGEST_DETAIL) }))
  const where = told.map((error) => `${error.pointer}: ${error.detail}`)
  return {
    code: codeOf(type) ?? unnamed,
    detail: cut([cut(detail, LONGEST_DETAIL), ...where].join('\n'), LONGEST_DETAIL),
    errors: told,
    ...(named.success && { renewal: { renewalId: named.data, maskedEmail: shorten(maskedEmail ?? '', ADDRESS_ROOM) } }),
  }
}

/** No half of a character stands at the end. */
const cut = (text: string, most: number): string => text.slice(0, most).toWellFormed()

/** `urn:problem:unknown-topic` and `https://utility.example/problems/unknown-topic` → `unknown-topic`. */
function codeOf(type: string): string | null {
  if (type === 'about:blank') return null
  return /([\w.-]+)[:/]*$/.exec(type.slice(-END_OF_TYPE))?.[1]?.slice(0, LONGEST_CODE) ?? null
}
