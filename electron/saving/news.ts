import type { SavePlace } from '../../shared/contract/saving.ts'
import type { RemovableMedia } from './medium.ts'
import type { Place, Places } from './savingPlaces.ts'

export interface PlaceNews {
  /** As the page may know them. */
  now(): Promise<SavePlace[]>
  stop(): void
}

interface NewsParts {
  places: Pick<Places, 'list'>
  media: Pick<RemovableMedia, 'watch'>
  onPlaces: (places: SavePlace[]) => void
}

/** What the page knows of the places, and tells it when that is no longer so. */
export function createPlaceNews({ places, media, onPlaces }: NewsParts): PlaceNews {
  let told = '[]'
  let isOver = false

  const now = async (): Promise<{ list: SavePlace[]; isNews: boolean }> => {
    const list = (await places.list()).map(toShow)
    const before = told
    told = JSON.stringify(list)
    return { list, isNews: told !== before }
  }
  const stopWatching = media.watch(() => {
    void now().then(({ list, isNews }) => {
      if (isNews && !isOver) onPlaces(list)
    })
  })
  return {
    now: async () => (await now()).list,
    stop() {
      isOver = true
      stopWatching()
    },
  }
}

/** Without the way there. */
export const toShow = ({ id, kind, name }: Place): SavePlace => ({ id, kind, name })
