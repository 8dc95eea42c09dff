import { nextTick, onMounted, onScopeDispose } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { STAFF_PATH } from '../../navigation/routes.ts'
import { useClerk } from '../../stores/clerk.ts'
import { useDialogs } from '../../stores/dialogs.ts'
import { usePreview } from '../../stores/preview.ts'
import { useSearch } from '../../stores/search.ts'
import { mustBeClosed } from '../../ui/modal.ts'

/** From every screen of a clerk to the field with which they search; said beside it. */
export const SEARCH_KEY = 'F2'

export function useSearchKey(): void {
  const clerk = useClerk()
  const dialogs = useDialogs()
  const preview = usePreview()
  const search = useSearch()
  const route = useRoute()
  const router = useRouter()

  async function toSearch(): Promise<void> {
    dialogs.shown = null
    preview.close()
    await nextTick()
    // What asks something is answered first.
    if (mustBeClosed()) return
    if (route.path !== STAFF_PATH) await router.replace(STAFF_PATH)
    search.wishes += 1
  }
  function onKey(event: KeyboardEvent): void {
    const isAlone = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey
    if (event.key !== SEARCH_KEY || !isAlone || !clerk.serves || clerk.isLocked) return
    event.preventDefault()
    void toSearch()
  }
  onMounted(() => window.addEventListener('keydown', onKey))
  onScopeDispose(() => window.removeEventListener('keydown', onKey))
}
