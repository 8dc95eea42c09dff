import { useTemplateRef, type Ref } from 'vue'

interface Focusable {
  focus: () => void
}

/** The fields of a part of a form by the names that their errors bear, in their order on the screen; each name is its `ref` in the template. */
export function useHandles<Name extends string>(...names: readonly Name[]): Record<Name, Readonly<Ref<Focusable | null>>> {
  return Object.fromEntries(names.map((name) => [name, useTemplateRef<Focusable>(name)])) as Record<Name, Readonly<Ref<Focusable | null>>>
}
