import { isTextControl } from '../../ui/typing/typing.ts'
import type { Words } from './describe.ts'
import { createLiveRegions, type LiveNews } from './liveRegions.ts'
import { createTypedText } from './typedText.ts'

/** What has happened in the page since it was asked last. */
export interface PageNews extends LiveNews {
  /** Has the focus now, if it came to it. */
  focus: HTMLElement | null
  typed: string[]
  /** Those whose state has changed under the focus. */
  states: ReadonlySet<Element>
}

const STATES = ['aria-checked', 'aria-pressed', 'aria-expanded', 'aria-busy', 'aria-activedescendant']

const WATCHED: MutationObserverInit = { subtree: true, childList: true, characterData: true, attributeFilter: STATES }

/** Watches the page; `onNews` is called at every change, `take` answers what it was. */
export function watchPage(t: Words, onNews: () => void): { take(): PageNews; stop(): void } {
  const regions = createLiveRegions()
  const typing = createTypedText(t)
  let focus: HTMLElement | null = null
  let typed: string[] = []
  let states = new Set<Element>()

  function onFocus({ target }: Event): void {
    if (isTextControl(target)) typing.noteFocus(target)
    if (target instanceof HTMLElement) focus = target
    onNews()
  }
  function onInput({ target }: Event): void {
    if (isTextControl(target)) typed.push(typing.change(target))
    else if (target instanceof HTMLInputElement) states.add(target)
    onNews()
  }
  const observer = new MutationObserver((records) => {
    for (const record of records) {
      if (record.type !== 'attributes') regions.note(record)
      else if (record.target === document.activeElement) states.add(document.activeElement)
    }
    onNews()
  })

  if (isTextControl(document.activeElement)) typing.noteFocus(document.activeElement)
  document.addEventListener('focusin', onFocus)
  document.addEventListener('input', onInput)
  observer.observe(document.body, WATCHED)
  return {
    take() {
      const news = { ...regions.news(), focus, typed, states }
      ;[focus, typed, states] = [null, [], new Set()]
      return news
    },
    stop() {
      observer.disconnect()
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('input', onInput)
    },
  }
}
