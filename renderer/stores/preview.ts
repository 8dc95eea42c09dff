import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { Preview } from '../../shared/contract/preview.ts'
import type { Problem } from '../../shared/problems.ts'
import { call } from '../bridge/kioskBridge.ts'
import { onOtherAccount } from './forgetting.ts'
import { createPictures } from './pictures.ts'
import type { Printable } from './printing.ts'

/** The document that a person looks at before printing it, or instead. Gone when it is closed, and with the account. */
export const usePreview = defineStore('preview', () => {
  /** What the dialog is about; null while there is none. */
  const shown = ref<Printable | null>(null)
  const preview = ref<Preview | null>(null)
  const problem = ref<Problem | null>(null)
  const { pictures, hasOrAwaits, awaits, keep, clear } = createPictures()
  let asked = 0

  /** *Ver*: the dialog opens at once, and the pages are fetched meanwhile. */
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

  /** Has a page drawn so many pixels wide, unless it is already. */
  async function draw(page: number, width: number): Promise<void> {
    if (!preview.value || hasOrAwaits(page, width)) return
    const mine = asked
    awaits(page, width)
    const answer = await call('preview.page', { previewId: preview.value.previewId, page, width })
    if (mine !== asked) return
    if (answer.ok) keep(page, width, answer.value)
    else problem.value = answer.problem
  }

  function close(): void {
    asked += 1
    shown.value = null
    preview.value = null
    problem.value = null
    clear()
  }
  onOtherAccount(close)

  return { shown, preview, problem, pictures, open, retry, draw, close }
})
