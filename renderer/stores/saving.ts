import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { DocumentRef, FileFormat } from '../../shared/contract/documents.ts'
import type { SavedFile, SavePlace } from '../../shared/contract/saving.ts'
import type { Problem } from '../../shared/problems.ts'
import { call, onEvent } from '../bridge/kioskBridge.ts'
import { useClerk } from './clerk.ts'
import { onOtherAccount } from './forgetting.ts'
import { useSession } from './session.ts'

/** What is to be saved, and the controls (`at`) beside which it is told what became of it. */
export interface SaveWish {
  at: string
  format: FileFormat
  /** Asked when the saving begins; null when there is nothing to save. */
  document: () => Promise<DocumentRef | null>
}

export type SaveOutcome = { at: string } & ({ state: 'saving'; place: SavePlace } | { state: 'saved'; file: SavedFile } | { state: 'failed'; problem: Problem })

/** Where a document can be saved, and what became of the last one that was. Gone with the account. */
export const useSaving = defineStore('saving', () => {
  const session = useSession()
  const clerk = useClerk()
  const places = ref<SavePlace[]>([])
  const outcome = ref<SaveOutcome | null>(null)
  /** The file that is on its way: a second touch does nothing. */
  const busy = ref<{ at: string; format: FileFormat } | null>(null)

  async function loadPlaces(): Promise<void> {
    const { whose } = session
    const answer = await call('saving.places', {})
    if (answer.ok && whose === session.whose) places.value = answer.value.places
  }

  /** Saves one thing at a time; `outcome` tells how it goes. */
  async function save({ at, format, document: find }: SaveWish, place: SavePlace): Promise<void> {
    if (busy.value) return
    busy.value = { at, format }
    outcome.value = { at, state: 'saving', place }
    const { whose } = session
    const document = await find()
    const answer = document && whose === session.whose ? await call('saving.save', { document, format, placeId: place.id }) : null
    if (whose !== session.whose) return
    busy.value = null
    if (!answer) outcome.value = null
    else if (answer.ok) outcome.value = { at, state: 'saved', file: answer.value }
    else await fail(at, answer.problem)
  }

  /** The stick may be gone: where one can save is asked again. */
  async function fail(at: string, problem: Problem): Promise<void> {
    outcome.value = { at, state: 'failed', problem }
    await loadPlaces()
  }

  function forget(): void {
    places.value = []
    outcome.value = null
    busy.value = null
  }
  onOtherAccount(forget)
  onEvent('saving.places', (now) => {
    if (session.isOpen || clerk.here !== null) places.value = now.places
  })

  return { places, outcome, busy, loadPlaces, save }
})
