import { computed, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { folioToAddTo, openClaimAbout } from '../../../shared/domain/openClaim.ts'
import { matterOf } from '../../stores/requestDraft.ts'
import { useRequestForm } from '../../stores/requestForm.ts'
import { useRequests } from '../../stores/requests.ts'

/** The steps between choosing a topic and writing the request, in their order; each is the value of `paso` in the address. */
export type Step = 'emergencia' | 'abierta' | 'consumo' | 'fuga'

/**
 * Which steps the chosen topic and invoice need: a leak begins with the emergency number; an open claim about the same can be added to; a high
 * consumption is compared first, and a leak looked for, unless the claim adds to an open one. A step opens as soon as it is needed; *Volver* goes back
 * through them.
 */
export function useFormSteps() {
  const route = useRoute()
  const router = useRouter()
  const form = useRequestForm()

  const { matter, openClaim, steps } = useWhatIsChosen()
  const waiting = computed(() => steps.value.find(({ isDone }) => !isDone)?.step ?? null)
  /** The step on screen; null at the form and at the review. */
  const shown = computed(() => steps.value.find(({ step }) => step === route.query.paso)?.step ?? null)

  const to = (paso?: string): Promise<unknown> => router.replace({ path: route.path, query: { ...route.query, paso } })
  /** Goes to the step after `step`, or to the form. */
  function leave(step: Step): void {
    const place = steps.value.findIndex((each) => each.step === step)
    void to(steps.value[place + 1]?.step ?? (step === 'emergencia' ? undefined : 'escribir'))
  }
  watch(
    () => waiting.value && [waiting.value, matter.value].join(' '),
    () => {
      if (waiting.value !== null) void to(waiting.value)
    },
    { immediate: true },
  )

  function readEmergency(): void {
    form.draft.emergencyRead = true
    leave('emergencia')
  }
  /** The person's answer: add to the open claim, or file another one. */
  function answerOpen(adds: boolean): void {
    form.draft.addsTo = (adds && openClaim.value && folioToAddTo(openClaim.value)) || ''
    form.draft.toldOf = matter.value
    leave('abierta')
  }

  /** *Presentar de todos modos* stands on each of its screens. */
  function fileAnyway(): void {
    form.draft.lookedAt = matter.value
    leave('fuga')
  }

  return { shown, waiting, openClaim, readEmergency, answerOpen, lookForLeak: () => leave('consumo'), fileAnyway }
}

/** The topic and invoice that were chosen, the open claim about them, and the steps they need. */
function useWhatIsChosen() {
  const form = useRequestForm()
  const requests = useRequests()
  const matter = computed(() => matterOf(form.draft, form.topic))
  const openClaim = computed(() => {
    const { kind, topic, draft } = form
    return kind === 'claim' && topic ? openClaimAbout(requests.list?.requests ?? [], { topic, invoiceId: draft.invoiceId }) : null
  })
  const steps = computed<{ step: Step; isDone: boolean }[]>(() => [
    ...(form.topic?.emergency ? [{ step: 'emergencia' as const, isDone: form.draft.emergencyRead }] : []),
    ...(openClaim.value ? [{ step: 'abierta' as const, isDone: form.draft.toldOf === matter.value }] : []),
    ...looks(form).map((step) => ({ step, isDone: form.draft.lookedAt === matter.value })),
  ])
  return { matter, openClaim, steps }
}

/** The steps before a claim about high consumption; none until the invoice is chosen, where the topic needs one. */
function looks({ topic, invoice, addsTo }: ReturnType<typeof useRequestForm>): Step[] {
  if (!topic?.highConsumption || addsTo !== '') return []
  if (!topic.requiresInvoice) return ['fuga']
  return invoice ? ['consumo', 'fuga'] : []
}
