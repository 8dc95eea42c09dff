import { watch } from 'vue'
import { useSession } from './session.ts'

/** Calls `forget` at the very moment at which the visitor changes: nothing of theirs is drawn for the next one. */
export function onOtherVisitor(forget: () => void): void {
  const session = useSession()
  watch(() => session.visitor, forget, { flush: 'sync' })
}

/** The same, and when another account is opened: what one account says never stands under another's name. */
export function onOtherAccount(forget: () => void): void {
  const session = useSession()
  watch(() => session.whose, forget, { flush: 'sync' })
}

/** When somebody else stands at the screen: what is a clerk's own stays while their customers change. */
export function onOtherPresence(forget: () => void): void {
  const session = useSession()
  watch(() => session.presence, forget, { flush: 'sync' })
}
