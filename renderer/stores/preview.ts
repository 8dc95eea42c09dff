import { defineStore } from 'pinia'
import { reactive, ref, watch } from 'vue'
import type { Preview } from '../../shared/contract/preview.ts'
import type { Problem } from '../../shared/problems.ts'
import { call } from '../bridge/kiosk.ts'
import type { Printable } from './printing.ts'
import { useSession } from './session.ts'

/** A page as it was drawn: `source` for an `img`, `width` in pixels, and what stands on it. */
export interface Picture {
  source: string
  width: number
  text: string
}

/** As many as are in view and about it, however many pages there are. */
const MOST_PICTURES = 12

/** The document that a person looks at before printing it, or instead. Gone when it is closed, and with the visitor. */
export const usePreview = defineStore('preview', () => {
  const session = useSession()
  /** What the dialog is about; null while there is none. */
  const shown = ref<Printable | null>(null)
  const preview = ref<Preview | null>(null)
  const problem = ref<Problem | null>(null)
  /** By page, from 0. */
  const pictures = reactive(new Map<number, Picture>())
  const drawing = new Map<number, number>()
  let asked = 0

  /** *Ver*: opens the dialog at once and fetches the pages meanwhile. */
  async function open(printable: Printable): Promise<void> {
    close()
    const mine = asked
    shown.value = printable
    const answer = await call('preview.open', { document: printable.document })
    if (mine !== asked) return
    if (answer.ok) preview.value = answer.value
    else problem.value = answer.problem
  }

  async function retry(): Promise<void> {
    if (shown.value) await open(shown.value)
  }

  /** Has a page drawn so many pixels wide, unless it is, or is about to be, as wide already. */
  async function draw(page: number, width: number): Promise<void> {
    if (!preview.value || Math.max(pictures.get(page)?.width ?? 0, drawing.get(page) ?? 0) >= width) return
    const mine = asked
    drawing.set(page, width)
    const answer = await call('preview.page', { previewId: preview.value.previewId, page, width })
    if (mine !== asked) return
    drawing.delete(page)
    if (answer.ok) keep(page, { source: `data:image/png;base64,${answer.value.png}`, width, text: answer.value.text })
    else problem.value = answer.problem
  }

  function keep(page: number, picture: Picture): void {
    if ((pictures.get(page)?.width ?? 0) >= picture.width) return
    pictures.delete(page)
    pictures.set(page, picture)
    const [oldest] = pictures.keys()
    if (pictures.size > MOST_PICTURES && oldest !== undefined) pictures.delete(oldest)
  }

  function close(): void {
    asked += 1
    shown.value = null
    preview.value = null
    problem.value = null
    pictures.clear()
    drawing.clear()
  }
  watch(() => session.visitor, close, { flush: 'sync' })

  return { shown, preview, problem, pictures, open, retry, draw, close }
})
