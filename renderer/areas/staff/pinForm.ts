import { computed, ref, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { LONGEST_PIN, SHORTEST_PIN } from '../../../shared/contract/clerk.ts'
import type { Problem } from '../../../shared/problems.ts'
import { call } from '../../bridge/kioskBridge.ts'
import { createAnswer } from '../../stores/answer.ts'
import { createForm } from '../../stores/form.ts'
import { createHold } from '../../stores/hold.ts'
import { useKiosk } from '../../stores/kiosk.ts'
import type { Option } from '../../ui/option.ts'

const PIN = new RegExp(`^\\d{${SHORTEST_PIN},${LONGEST_PIN}}$`)

/** The form by which a clerk signs in, or comes back. It dies with its screen, and what was typed with it. */
export function usePinForm(channel: 'clerk.signIn' | 'clerk.unlock', clerkId: string | null) {
  const { t } = useI18n()
  const form = createForm<{ clerkId: string | null; pin: string }>({ blank: () => ({ clerkId, pin: '' }) })
  const { draft, busy, problem } = form
  const hold = createHold(problem, 'pin-throttled')
  const kiosk = useKiosk()
  const list = createAnswer('clerk.list')
  const options = computed<Option[]>(() => (list.value.value?.clerks ?? []).map(({ clerkId: id, name }) => ({ id, name })))
  /** What is still missing was asked for. */
  const isAsked = ref(false)
  const nameError = computed(() => (isAsked.value && draft.clerkId === null ? t('staff.clerk.nameMissing') : null))
  const pinError = computed(() => (isAsked.value && draft.clerkId !== null && !PIN.test(draft.pin) ? t('staff.clerk.pinShort', { n: SHORTEST_PIN }) : null))
  /** As long as a wait runs, that is what there is to say. */
  const told = computed<Problem | null>(() => (hold.held.value ? { ...hold.held.value, code: 'pin-throttled' } : problem.value))

  // The feed may have brought somebody, or taken them away.
  watch(
    () => kiosk.status,
    () => void list.load({}),
    { immediate: true },
  )
  // Another clerk waits for nothing that was earned with this one's name, unless the main process says so.
  watch(
    () => draft.clerkId,
    () => {
      problem.value = null
      isAsked.value = false
      draft.pin = ''
      hold.release()
    },
  )
  async function submit(): Promise<void> {
    isAsked.value = true
    const { clerkId: chosen, pin } = draft
    if (chosen === null || !PIN.test(pin) || hold.wait.value > 0) return
    await form.send(() => call(channel, { clerkId: chosen, pin }))
    isAsked.value = false
    draft.pin = ''
  }
  return { draft, busy, told, wait: hold.wait, options, list, nameError, pinError, submit }
}
