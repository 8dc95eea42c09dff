import { computed } from 'vue'
import type { HolderKind } from '../../shared/domain/holderFields.ts'
import { withoutFields } from './mending.ts'

/** A person and a company each have a number of their own, which is not the other's. */
export interface DocumentDraft {
  holderKind: HolderKind
  documentType: string
  documentNumber: string
  companyNumber: string
}

/** The document of the kind of holder that is chosen. @param documentsOf those that the zone has, by kind */
export function useHolderDocument(draft: DocumentDraft, documentsOf: () => Record<HolderKind, readonly string[]> | undefined) {
  const documents = computed(() => documentsOf()?.[draft.holderKind] ?? [])
  /** The only one there is needs no choice; one that this kind of holder cannot have is none. */
  const documentType = computed({
    get: () => documents.value.find((type) => type === draft.documentType || documents.value.length === 1) ?? '',
    set: (type) => (draft.documentType = type),
  })
  const ofKind = computed(() => (draft.holderKind === 'company' ? 'companyNumber' : 'documentNumber'))
  const documentNumber = computed({ get: () => draft[ofKind.value], set: (number) => (draft[ofKind.value] = number) })
  return { documents, documentType, documentNumber }
}

/** What was said of a person does not count for a company. */
export const mendedHolder: typeof withoutFields = (problem, changed) =>
  changed.includes('holderKind')
    ? null
    : withoutFields(
        problem,
        changed.map((field) => (field === 'companyNumber' ? 'documentNumber' : field)),
      )
