import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { useAssist } from './assist.ts'
import { useClerk } from './clerk.ts'
import { onOtherVisitor } from './forgetting.ts'
import { usePrinting } from './printing.ts'
import { useSearch } from './search.ts'
import { useSession } from './session.ts'

type Way = () => Promise<void>

/** *Terminar*: at once, or after the question whether the paper of this visit has been taken, where there is any. */
export const useLeaving = defineStore('leaving', () => {
  const session = useSession()
  const clerk = useClerk()
  const assist = useAssist()
  const printing = usePrinting()
  const search = useSearch()
  /** What comes once *¿Retiró sus hojas?* is answered; null while it is not asked. */
  const wanted = shallowRef<Way | null>(null)
  const isAsked = computed(() => wanted.value !== null)
  /** A clerk hands the paper over themselves: they are only told what would not come out any more. */
  const mustAsk = (): boolean => (clerk.here ? printing.lost.length > 0 : printing.toTake !== null)

  /** Does what ends this visit, after the question where it has to be asked. */
  async function endBy(way: Way): Promise<void> {
    if (mustAsk()) wanted.value = way
    else await way()
  }
  /** What they were found by would show them, and others, to whoever comes next. */
  async function endCustomer(): Promise<void> {
    search.forget()
    await assist.close()
  }
  /** The visit of whoever is there; of a clerk, of the customer whom they serve. */
  const finish = (): Promise<void> => endBy(assist.served === null ? session.end : endCustomer)
  /** The clerk goes. */
  const signOut = (): Promise<void> => endBy(session.end)
  async function goOn(): Promise<void> {
    const way = wanted.value
    wanted.value = null
    await way?.()
  }
  function stay(): void {
    wanted.value = null
  }
  onOtherVisitor(stay)

  return { isAsked, finish, signOut, endBy, goOn, stay }
})
