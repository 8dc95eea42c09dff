import { defineStore } from 'pinia'
import { computed, reactive, ref } from 'vue'

export type PublicDialog = 'emergencies' | 'privacy' | 'accessibility'

/** Which dialogs stand over the screen: while there is one, the screen behind is inert. */
export const useDialogs = defineStore('dialogs', () => {
  const standing = reactive(new Set<string>())
  const isOpen = computed(() => standing.size > 0)
  /** The one of those that every screen has. */
  const shown = ref<PublicDialog | null>(null)

  const opened = (id: string): void => {
    standing.add(id)
  }
  const closed = (id: string): void => {
    standing.delete(id)
  }
  return { isOpen, shown, opened, closed }
})
