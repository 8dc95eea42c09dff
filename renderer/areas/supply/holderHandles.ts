import { computed, useTemplateRef } from 'vue'

type Handles<Name extends string> = Record<Name, { focus: () => void }>

/** The fields of `HolderNames` and `HolderDocument` by the names that their errors bear, for `useFirstWrong`. `names` and `document` are theirs in the template. */
export function useHolderHandles(names: string, document: string) {
  const ofName = useTemplateRef<Handles<'givenNames' | 'familyName' | 'secondFamilyName' | 'companyName'>>(names)
  const ofDocument = useTemplateRef<Handles<'documentType' | 'documentNumber'>>(document)
  return {
    givenNames: computed(() => ofName.value?.givenNames ?? null),
    familyName: computed(() => ofName.value?.familyName ?? null),
    secondFamilyName: computed(() => ofName.value?.secondFamilyName ?? null),
    companyName: computed(() => ofName.value?.companyName ?? null),
    documentType: computed(() => ofDocument.value?.documentType ?? null),
    documentNumber: computed(() => ofDocument.value?.documentNumber ?? null),
  }
}
