import { reactive } from 'vue'
import type { PreviewPage } from '../../shared/contract/preview.ts'

/** A page as it was drawn: `source` for an `img`, `width` in pixels, and what stands on it. */
export interface Picture {
  source: string
  width: number
  text: string
}

/** As many as are in view and about it, however many pages there are. */
const MOST_PICTURES = 12

/** The pictures of a document's pages, by page from 0, and which are being drawn. */
export function createPictures() {
  const pictures = reactive(new Map<number, Picture>())
  const drawing = new Map<number, number>()

  return {
    pictures,
    /** It is, or is about to be, as wide. */
    hasOrAwaits: (page: number, width: number): boolean => Math.max(pictures.get(page)?.width ?? 0, drawing.get(page) ?? 0) >= width,
    awaits(page: number, width: number): void {
      drawing.set(page, width)
    },
    keep(page: number, width: number, { png, text }: PreviewPage): void {
      if (drawing.get(page) === width) drawing.delete(page)
      if ((pictures.get(page)?.width ?? 0) > width) return
      pictures.delete(page)
      pictures.set(page, { source: `data:image/png;base64,${png}`, width, text })
      const [oldest] = pictures.keys()
      if (pictures.size > MOST_PICTURES && oldest !== undefined) pictures.delete(oldest)
    },
    clear(): void {
      pictures.clear()
      drawing.clear()
    },
  }
}
