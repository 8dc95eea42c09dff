import { defineStore } from 'pinia'
import { ref } from 'vue'

export type PublicDialog = 'emergencies' | 'privacy' | 'accessibility' | 'shortcuts'

/** Which of the dialogs that every screen has is open. */
export const useDialogs = defineStore('dialogs', () => {
  const shown = ref<PublicDialog | null>(null)
  return { shown }
})
