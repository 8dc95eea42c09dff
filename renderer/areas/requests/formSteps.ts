import { computed, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { folioToAddTo, openClaimAbout } from '../../../shared/domain/openClaim.ts'
import { matterOf } from '../../stores/requestDraft.ts'
import { useRequestForm } from '../../stores/requestForm.ts'
import { useRequests } from '../../stores/requests.ts'

/** What stands between choosing what a request is about and writing it, by the word in the address (`paso`), in this order. */
export type Step = 'emergencia' | 'abierta' | 'consumo' | 'fuga'

/**
 * The steps that what was chosen asks for: a leak is first of all a call, and a claim that is open already may be added to. Each comes by itself as
 * soon as it is known, and *Volver* leads back through them.
 * A consumption that seems too high is looked at first, in the data and for a leak, unless it is added to a claim.
 */
export function useFormSteps() {
  const route = useRoute()
  const router = useRouter()
  const form = useRequestForm()

  const { matter, openClaim, steps } = useWhatIsChosen()
  const waiting = computed(() => steps.value.find(({ isDone }) => !isDone)?.step ?? null)
  /** The step that is on screen; null while it is written or looked at. */
  const shown = computed(() => steps.value.find(({ step }) => step === route.query.paso)?.step ?? null)

  const to = (paso?: string): Promise<unknown> => router.replace({ path: route.path, query: { ...route.query, paso } })
  /** To what comes after a step that was gone through. */
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
  /** Whether the new one adds to the claim that is open, or stands by itself. */
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

/** What the form is about, and the steps that this asks for. */
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

/** What is looked at before a claim about a high consumption; nothing before the invoice is chosen that the topic asks for. */
function looks({ topic, invoice, addsTo }: ReturnType<typeof useRequestForm>): Step[] {
  if (!topic?.highConsumption || addsTo !== '') return []
  if (!topic.requiresInvoice) return ['fuga']
  return invoice ? ['consumo', 'fuga'] : []
}
