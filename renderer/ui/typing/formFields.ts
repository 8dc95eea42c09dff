import { nextTick, watch, type Ref } from 'vue'
import { revealWrong } from '../reveal.ts'

type Focusable = Readonly<Ref<{ focus: () => void } | null>>

/**
 * The fields of a form by the names that its errors bear, in their order on the screen. Answers how to go to the first that is wrong, once the
 * words for it are there; where none is, the focus stays. The others that are wrong come into view with it as far as there is room.
 */
export function useFirstWrong(fields: Record<string, Focusable>, errors: Readonly<Ref<Partial<Record<string, string>>>>): () => Promise<void> {
  return async () => {
    await nextTick()
    const wrong = Object.keys(fields).find((name) => errors.value[name])
    if (wrong === undefined) return
    revealWrong()
    fields[wrong]?.value?.focus()
  }
}

/** As soon as the data that a form waits for are there, it is sent again. */
export function useRetryWhenReady(form: { isReady: () => boolean; isWaiting: () => boolean; submit: () => Promise<void> }): void {
  watch(form.isReady, (ready) => {
    if (ready && form.isWaiting()) void form.submit()
  })
}
