import type { PiniaPlugin } from 'pinia'
import { watch } from 'vue'
import { useSession } from './session.ts'

/**
 * What is computed is remembered until it is asked for again, with all that it was made of. Asked for when the visitor has changed and every store has forgotten
 * them, it lets go of what was theirs.
 */
export const lettingGo: PiniaPlugin = ({ store }) => {
  const session = store.$id === 'session' ? store : useSession()
  watch(
    () => (session as ReturnType<typeof useSession>).visitor,
    () => {
      for (const value of Object.values(store)) void value
    },
    { flush: 'post' },
  )
}
