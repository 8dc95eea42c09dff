import { computed, useTemplateRef } from 'vue'

type Chosen = Record<'code' | 'password' | 'passwordAgain', { focus: () => void }>

/** The fields of `CodeAndPassword` by the names that their errors bear, for `useFirstWrong`. `ref` is its name in the template. */
export function useChosenFields(ref: string) {
  const chosen = useTemplateRef<Chosen>(ref)
  const field = (name: keyof Chosen) => computed(() => chosen.value?.[name] ?? null)
  return { code: field('code'), password: field('password'), passwordAgain: field('passwordAgain') }
}
