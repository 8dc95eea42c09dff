import { onMounted, readonly, ref, type Ref } from 'vue'

/** False until the screen has been painted once: what is long to build and not seen at first waits for it, so that a touch is answered at once. */
export function useAfterPaint(): Readonly<Ref<boolean>> {
  const painted = ref(false)
  onMounted(() => requestAnimationFrame(() => setTimeout(() => (painted.value = true))))
  return readonly(painted)
}
