import { ref, shallowRef, type Ref } from 'vue'
import type { AnswerOf, Channel, RequestOf } from '../../shared/contract/index.ts'
import type { Problem, ProblemCode } from '../../shared/problems.ts'
import { call } from '../bridge/kioskBridge.ts'

/** The last answer of one channel, or why there is none. */
export interface Answer<C extends Channel> {
  value: Ref<AnswerOf<C> | null>
  problem: Ref<Problem | null>
  /**
   * Asks; what was known stays on screen meanwhile, and afterwards where nothing has changed: nothing is drawn anew for it. What was known of
   * another account, invoice or command goes at once: it must not stand under this one's name. So does what is there no longer.
   */
  load: (request: RequestOf<C>) => Promise<void>
  /** Forgets; an answer still on its way is not let in. */
  forget: () => void
}

/** What was known before is known to be gone, or is nobody's here any more. */
const GONE: readonly ProblemCode[] = ['account-withdrawn', 'not-found', 'not-allowed']

export function createAnswer<C extends Channel>(channel: C): Answer<C> {
  const value: Ref<AnswerOf<C> | null> = shallowRef(null)
  const problem = ref<Problem | null>(null)
  let asked = 0
  let subject = ''

  async function load(request: RequestOf<C>): Promise<void> {
    if (subject !== subjectOf(request)) value.value = null
    subject = subjectOf(request)
    const mine = ++asked
    problem.value = null
    const answer = await call(channel, request)
    if (mine !== asked) return
    if (!answer.ok) {
      problem.value = answer.problem
      if (GONE.includes(answer.problem.code)) value.value = null
    } else if (!isSame(value.value, answer.value)) value.value = answer.value
  }

  function forget(): void {
    asked += 1
    value.value = null
    problem.value = null
  }

  return { value, problem, load, forget }
}

/** Of which account, invoice, command or payment it asks; how much of it does not matter. */
function subjectOf(request: unknown): string {
  if (typeof request !== 'object' || request === null) return ''
  return JSON.stringify(['accountId', 'invoiceId', 'commandId', 'paymentId'].map((name): unknown => Reflect.get(request, name)))
}

/** Whether two plain values, as they come over the bridge, say the same. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => isSame(Reflect.get(one, key), Reflect.get(other, key)))
}
