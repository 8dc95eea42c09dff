import { defineStore } from 'pinia'
import { computed, toRefs } from 'vue'
import type { RequestOf } from '../../shared/contract/index.ts'
import type { Zone } from '../../shared/contract/kiosk.ts'
import { findLookalikes, type Lookalike } from '../../shared/domain/digitLookalikes.ts'
import { hasUsualLength } from '../../shared/domain/invoiceNumber.ts'
import type { Problem } from '../../shared/problems.ts'
import { failure, type Result } from '../../shared/result.ts'
import { call } from '../bridge/kioskBridge.ts'
import { onOtherVisitor } from './forgetting.ts'
import { createForm } from './form.ts'
import { createHold } from './hold.ts'
import { useKiosk } from './kiosk.ts'
import { withoutFields } from './mending.ts'
import { useSession, type OpenAccount } from './session.ts'
import { useSignIn } from './signIn.ts'

/** The zone and the two numbers. */
const blank = () => ({ chosenZone: null as string | null, accountNumber: '', invoiceNumber: '' })
type Draft = ReturnType<typeof blank>

/** What is typed on *Consultar con mi factura*, and what became of it. Forgotten with the visitor and when the screen is left. */
export const useLookup = defineStore('lookup', () => {
  const kiosk = useKiosk()
  const session = useSession()
  const signIn = useSignIn()
  const form = createForm<Draft>({ blank, mended })
  const { draft, busy, send } = form
  /** Until the next attempt is taken. */
  const { wait, held, leave } = createHold(form.problem, 'throttled')
  const problem = computed(() => form.problem.value ?? held.value)
  const zone = computed(() => kiosk.zones.find(({ id }) => id === draft.chosenZone) ?? kiosk.homeZone)
  /** Somebody has chosen it, or a code has told it, or there is no other. */
  const zoneIsKnown = computed(() => kiosk.zones.length <= 1 || zone.value?.id === draft.chosenZone)
  const lookalike = computed(() => (isAboutInvoice(problem.value) ? likelyMeant(draft.invoiceNumber, zone.value) : null))

  /** True when the account is open and the screen can move on. `beside`: those that are open stay so. */
  async function submit(beside = false): Promise<boolean> {
    if (wait.value > 0) return false
    const zoneId = zone.value?.id
    const { accountNumber, invoiceNumber } = draft
    // The zones come with the first data.
    if (zoneId === undefined) return (await send(async () => failure({ code: 'preparing-data' }))) !== null
    return (await send(() => identify({ zoneId, accountNumber, invoiceNumber, ...(beside && { beside }) }))) !== null
  }

  /** What the main process has opened is open here too, also where the person has left the form meanwhile: *Terminar* must be offered. */
  async function identify(request: RequestOf<'lookup.identify'>): Promise<Result<OpenAccount>> {
    const { visitor } = session
    const answer = await call('lookup.identify', request)
    if (answer.ok && visitor === session.visitor) {
      const { contracts, ...opened } = answer.value
      signIn.signedOut()
      session.contracts = contracts
      session.open(opened, request.zoneId)
    }
    return answer
  }

  function swap(): void {
    Object.assign(draft, { accountNumber: draft.invoiceNumber, invoiceNumber: draft.accountNumber })
  }
  function clear(): void {
    form.clear()
    leave()
  }
  onOtherVisitor(clear)

  return { ...toRefs(draft), zone, zoneIsKnown, busy, problem, lookalike, wait, submit, swap, clear }
})

/** What was said of a number goes as soon as it is changed, and of both with the zone, whose rules they follow; a delay runs on. */
function mended(problem: Problem | null, changed: readonly (keyof Draft)[]): Problem | null {
  const fields = changed.includes('chosenZone') ? ['zoneId', 'accountNumber', 'invoiceNumber'] : changed
  if (fields.length === 0) return problem
  const code = problem?.code
  const isOfBoth = code === 'no-match' || code === 'numbers-swapped'
  if (isOfBoth || (code === 'wrong-check-digit' && fields.includes('accountNumber'))) return null
  return withoutFields(problem, fields)
}

const isAboutInvoice = (problem: Problem | null): boolean =>
  problem?.code === 'no-match' || (problem?.fields?.some(({ field }) => field === 'invoiceNumber') ?? false)

/** What was perhaps meant by a number that was not found or not understood. */
function likelyMeant(typed: string, zone: Zone | null): Lookalike | null {
  const found = findLookalikes(typed)
  return found && (zone?.invoice.pattern != null || hasUsualLength(found.meant)) ? found : null
}
