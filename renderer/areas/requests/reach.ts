import { computed, useTemplateRef } from 'vue'

interface ReachHandles {
  email: { focus: () => void }
  phone: { focus: () => void }
}

/** The two fields of `ReachFields` by the names that their errors bear, for `useFirstWrong`. `ref` is its name in the template. */
export function useReach(ref: string) {
  const fields = useTemplateRef<ReachHandles>(ref)
  return { email: computed(() => fields.value?.email ?? null), phone: computed(() => fields.value?.phone ?? null) }
}
