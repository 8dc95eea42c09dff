import { watch, type Ref } from 'vue'

/** Puts the first day that can be had (as it is written; empty while it is not known) into a field. A day that nobody chose follows it, also after midnight. */
export function offerFirstDay(field: Ref<string>, first: Readonly<Ref<string>>) {
  let offered = ''
  const isOffered = (): boolean => field.value === offered

  function follow(): void {
    if (first.value === '') return
    if (isOffered()) field.value = first.value
    offered = first.value
  }
  watch(first, follow, { flush: 'sync' })

  return {
    isOffered,
    /** An empty field is filled. */
    begin(): void {
      if (field.value === '') offered = ''
      follow()
    },
  }
}
