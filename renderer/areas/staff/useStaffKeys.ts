import { nextTick, onMounted, onScopeDispose } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { hears } from '../../../shared/contract/audience.ts'
import { STAFF_PATH } from '../../navigation/routes.ts'
import { useClerk } from '../../stores/clerk.ts'
import { useDialogs } from '../../stores/dialogs.ts'
import { usePreview } from '../../stores/preview.ts'
import { useSearch } from '../../stores/search.ts'
import { mustBeClosed } from '../../ui/modal.ts'
import { shortcuts, type Shortcut } from './shortcuts.ts'

/** A question mark is a letter wherever something is written; in the field of the search nobody begins with one. */
const isWritten = (target: EventTarget | null): boolean => {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return false
  return target.value !== '' || !target.matches('[role=combobox]')
}

function keyOf({ key, altKey, ctrlKey, metaKey, shiftKey, target }: KeyboardEvent): string | null {
  if (altKey || ctrlKey || metaKey) return null
  if (key === '?') return isWritten(target) ? null : key
  return shiftKey ? null : key
}

/** The keys of somebody of the staff who is signed in, on every screen of theirs. */
export function useStaffKeys(): void {
  const clerk = useClerk()
  const dialogs = useDialogs()
  const preview = usePreview()
  const search = useSearch()
  const route = useRoute()
  const router = useRouter()

  async function goTo(path: string): Promise<boolean> {
    dialogs.shown = null
    preview.close()
    await nextTick()
    // What asks something is answered first.
    if (mustBeClosed()) return false
    if (route.path !== path) await router.replace(path)
    return true
  }
  async function act({ does }: Shortcut): Promise<void> {
    if (does === 'lock') await clerk.lock()
    else if (does === 'showKeys') dialogs.shown = mustBeClosed() ? dialogs.shown : 'shortcuts'
    else if (does !== 'search') await goTo(does.to)
    else if (await goTo(STAFF_PATH)) search.wishes += 1
  }
  function onKey(event: KeyboardEvent): void {
    const pressed = keyOf(event)
    const shortcut = shortcuts.find(({ key }) => key === pressed)
    const { here } = clerk
    if (!shortcut || !here || clerk.isLocked || !hears(shortcut.audience, here.roles)) return
    event.preventDefault()
    if (!event.repeat) void act(shortcut)
  }
  onMounted(() => window.addEventListener('keydown', onKey))
  onScopeDispose(() => window.removeEventListener('keydown', onKey))
}
