import type { Handlers } from '../../shared/contract/index.ts'
import type { FolioState } from '../../shared/contract/requests.ts'
import { lookalikeFolios, readFolio } from '../../shared/domain/folio.ts'
import { withoutLabel } from '../../shared/domain/numberLabel.ts'
import type { FieldProblem } from '../../shared/problems.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import { findCommandByFolio, findCommandsByUtilityFolio } from '../cache/queries/commands.ts'
import type { ReadableDb } from '../cache/db.ts'
import type { Throttle } from '../session/throttle.ts'
import { folioState } from './filedRequests.ts'

interface FolioLookupParts {
  db: ReadableDb
  throttle: Throttle
  /** The first load is complete. */
  isReady: () => boolean
}

/** With fewer it is the beginning of something, or words. */
const SOME_FIGURES = /\d(?:.*\d){2}/u

/** What became of a folio, for whoever holds it: no personal data. */
export function createFolioLookup({ db, throttle, isReady }: FolioLookupParts) {
  const stateOf = (folio: string): FolioState | null => folioState(db, folio, findCommandByFolio(db, folio))

  return {
    'requests.byFolio': ({ folio: typed }) => {
      const read = readFolio(typed)
      if (!read.ok) return read.problem === 'not-a-folio' ? byUtilityNumber(typed) : wrong(read.problem)
      const state = stateOf(read.folio) ?? onlyOne(lookalikeFolios(read.folio).map(stateOf))
      if (state) return success(state)
      return failure({ code: isReady() ? 'no-such-folio' : 'preparing-data' })
    },
  } satisfies Pick<Handlers, 'requests.byFolio'>

  /**
   * The receipt bears the utility's number too. It answers for what was filed at this kiosk alone, with what the folio would tell. Such numbers
   * follow on one another and have no check digit: guessing them is slowed down like guessing an invoice, and a hit forgives no misses.
   */
  function byUtilityNumber(typed: string): Result<FolioState> {
    const number = withoutLabel(typed) ?? typed
    if (!SOME_FIGURES.test(number)) return wrong('not-a-folio')
    const wait = throttle.remaining()
    if (wait > 0) return failure({ code: 'throttled', retryAfterSeconds: Math.ceil(wait / 1000) })
    const command = onlyOne(findCommandsByUtilityFolio(db, number))
    const state = command && folioState(db, command.localFolio, command)
    if (state) return success(state)
    throttle.missed()
    return wrong('unknown-number')
  }
}

const wrong = (problem: FieldProblem): Result<never> => failure({ code: 'invalid-fields', fields: [{ field: 'folio', problem }] })

/** Of several that were perhaps meant, none is. */
function onlyOne<T>(values: (T | null)[]): T | null {
  const [only, ...more] = values.filter((value) => value !== null)
  return only !== undefined && more.length === 0 ? only : null
}
