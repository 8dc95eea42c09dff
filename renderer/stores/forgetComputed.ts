import type { PiniaPlugin } from 'pinia'
import { watch } from 'vue'
import { useSession } from './session.ts'

/**
 * A computed value is kept until it is read again. It is read here as soon as every store has forgotten a visitor, so that none of what was made of their data is
 * kept.
 */
export const forgetComputed: PiniaPlugin = ({ store }) => {
  const session = store.$id === 'session' ? store : useSession()
  watch(
    () => (session as ReturnType<typeof useSession>).visitor,
    () => {
      for (const value of Object.values(store)) void value
    },
    { flush: 'post' },
  )
}
