import type { CheckResult, SelfTestCause } from '../../shared/contract/selfTest.ts'
import type { ApiClient } from '../api/client.ts'
import type { ApiFailureKind } from '../api/outcome.ts'
import type { Clock } from '../clock.ts'
import { failed, open, passed } from './results.ts'

/** A folio and a claim bear our time: who is further off than this is not believed. */
const MOST_OFF_SECONDS = 120

const CAUSES: Partial<Record<ApiFailureKind, SelfTestCause>> = { unreachable: 'unreachable', untrusted: 'untrusted', unauthorized: 'unauthorized' }

/** Asks the utility once: whether it answers, and what time it has. */
export async function checkUtility(api: Pick<ApiClient, 'getBranch'> | null, clock: Clock): Promise<CheckResult[]> {
  if (!api) return [failed('network', 'notSetUp'), open('clock')]
  const asked = clock.now()
  const branch = await api.getBranch()
  if (!branch.ok) return [failed('network', CAUSES[branch.failure] ?? 'noAnswer'), open('clock')]
  return [passed('network'), judgeClock((asked + clock.now()) / 2, branch.value.serverTime)]
}

/** @param ours milliseconds @param theirs RFC 3339 */
function judgeClock(ours: number, theirs: string): CheckResult {
  const ahead = Math.round((ours - Date.parse(theirs)) / 1000)
  return Math.abs(ahead) > MOST_OFF_SECONDS ? failed('clock', 'clockWrong', ahead) : passed('clock')
}
