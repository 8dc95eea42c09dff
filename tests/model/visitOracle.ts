import type { Result } from '../../shared/result.ts'
import { marksIn } from './lateUtility.ts'

const SECOND = 1_000
/** Without a touch nobody's accounts stay open for longer: of a form, and of whoever is signed in. */
const LONGEST = { holder: 150 * SECOND, customer: 120 * SECOND }
const LONGEST_SIGN_IN = 15 * 60 * SECOND
const MORE_TIME = 3

interface SignIn {
  token: string
  at: number
  factor: number
}

/** Who stands at the counter and what they hold, worked out from what was asked and answered alone. */
export interface VisitOracle {
  visit(): number
  holds(): readonly string[]
  /** The secret that the kiosk may hold. */
  token(): string | null
  /** What the page sends is taken for the visitor's who has left. */
  lags(): boolean
  begin(): void
  started(): void
  end(lags: boolean): void
  touched(accessible: boolean): void
  showedBill(accountId: string, beside: boolean): void
  signedIn(token: string, accountIds: readonly string[]): void
  /** What is wrong with an answer, or with something that the page was told, as it stands now; null for nothing. */
  judge(told: unknown): string | null
  judgeLate(answer: Result<unknown>): string | null
  /** Whether the visit should be over by now. */
  isOverdue(): boolean
}

/** @param elapsed milliseconds on the clock that the script moves */
export function createVisitOracle(elapsed: () => number): VisitOracle {
  let visit = 0
  let holds: readonly string[] = []
  let signIn: SignIn | null = null
  let lags = false
  let last = { at: elapsed(), factor: 1 }
  const stand = (accountIds: readonly string[]): void => {
    holds = accountIds
    last = { ...last, at: elapsed() }
  }
  const forget = (): void => {
    holds = []
    signIn = null
    last = { at: elapsed(), factor: 1 }
  }
  return {
    visit: () => visit,
    holds: () => holds,
    token: () => signIn?.token ?? null,
    lags: () => lags,
    begin() {
      visit += 1
      lags = false
      forget()
    },
    started: () => void (lags = false),
    end(asked) {
      visit += 1
      lags ||= asked
      forget()
    },
    touched(accessible) {
      last = { at: elapsed(), factor: accessible ? MORE_TIME : 1 }
      if (signIn) signIn.factor = Math.max(signIn.factor, last.factor)
    },
    showedBill(accountId, beside) {
      stand(beside && !signIn ? [accountId, ...holds.filter((id) => id !== accountId)] : [accountId])
      signIn = null
    },
    signedIn(token, accountIds) {
      stand(accountIds)
      signIn = { token, at: elapsed(), factor: last.factor }
    },
    judge: (told) => (marksIn(told).every((mark) => mark === visit) ? null : `visit ${visit} was told ${JSON.stringify(told)}`),
    judgeLate(answer) {
      const isEmpty = answer.ok ? Object.keys(answer.value ?? {}).length === 0 : ['not-allowed', 'disconnected'].includes(answer.problem.code)
      return isEmpty ? null : `visit ${visit} was given the answer to one before: ${JSON.stringify(answer)}`
    },
    isOverdue() {
      const isQuietTooLong = elapsed() - last.at > (signIn ? LONGEST.customer : LONGEST.holder) * last.factor
      const isSignedInTooLong = signIn !== null && elapsed() - signIn.at > LONGEST_SIGN_IN * signIn.factor
      return (holds.length > 0 && isQuietTooLong) || (signIn !== null && isQuietTooLong) || isSignedInTooLong
    },
  }
}
