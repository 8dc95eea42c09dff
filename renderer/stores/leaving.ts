import { defineStore } from 'pinia'
import { ref } from 'vue'
import { onOtherVisitor } from './forgetting.ts'
import { usePrinting } from './printing.ts'
import { useSession } from './session.ts'

/** *Terminar*: at once, or after the question whether the paper of this visit has been taken, where there is any. */
export const useLeaving = defineStore('leaving', () => {
  const session = useSession()
  const printing = usePrinting()
  /** *¿Retiró sus hojas?* is asked. */
  const isAsked = ref(false)

  async function finish(): Promise<void> {
    if (printing.toTake === null) await session.end()
    else isAsked.value = true
  }
  function stay(): void {
    isAsked.value = false
  }
  onOtherVisitor(stay)

  return { isAsked, finish, stay }
})
