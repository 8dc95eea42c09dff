import { afterPaint } from '../../ui/afterPaint.ts'
import { isTextControl } from '../../ui/typing/typing.ts'
import { activeOption, describe, stateOf, valueOf, type Words } from './describe.ts'
import { asSentence, createEntries, headingWords, whereAmI } from './entries.ts'
import { createGroups } from './groups.ts'
import { watchPage, type PageNews } from './pageNews.ts'
import { keyboardIn } from './perceivable.ts'
import type { Speaker } from './speaker.ts'
import { isOnStage, stage } from './stage.ts'

interface NarratorParts {
  speaker: Pick<Speaker, 'say' | 'sayAfter'>
  t: Words
  /** That the cursor has come round: told with what stands there. */
  takeWrapped: () => 'start' | 'end' | null
}

export interface Narrator {
  /** `about` comes first: what the mode is, what the keys do. */
  sayWhereAmI(about: string): void
  close(): void
}

/** A screen, its first data and the focus come within this time, in milliseconds: they are told as one. */
const TOGETHER = 100

/** Tells what happens on the screen: another screen or dialog, the focus, what is typed and chosen, what live regions say. */
export function createNarrator({ speaker, t, takeWrapped }: NarratorParts): Narrator {
  const entries = createEntries(t)
  const keyboardHint = createKeyboardHint(t)
  const groups = createGroups()
  let isTelling = false
  let isClosed = false
  const page = watchPage(t, soon)

  function soon(): void {
    if (isTelling) return
    isTelling = true
    afterPaint(() => setTimeout(tell, TOGETHER))
  }
  function tell(): void {
    isTelling = false
    if (isClosed) return
    const entry = entries.news()
    const news = page.take()
    const focus = entry === '' ? focusWords(news, t) : entryFocusWords(t)
    const states = focus === '' ? [...news.states].map((element) => stateWords(element, t)) : []
    const alerts = news.alerts.filter((text) => !focus.includes(text))
    // What is wrong with a field is said with the field.
    speak([entry, ...alerts, ...wrappedWords(takeWrapped(), t), ...news.typed, keyboardHint(), ...groupWords(groups, focus), focus, ...states], speaker.say)
    speak(
      news.statuses.filter((text) => !entry.includes(text) && !focus.includes(text)),
      speaker.sayAfter,
    )
  }
  return {
    sayWhereAmI(about) {
      // What has happened until now must not cut it short.
      entries.news()
      page.take()
      takeWrapped()
      const focus = entryFocusWords(t)
      speak([about, whereAmI(t), ...groupWords(groups, focus), focus], speaker.say)
    },
    close() {
      isClosed = true
      page.stop()
    },
  }
}

/** How one leaves the keyboard on the screen, said when one comes to it. */
function createKeyboardHint(t: Words): () => string {
  let wasThere = false
  return () => {
    const isThere = keyboardIn(stage())?.contains(document.activeElement) === true
    const hint = isThere && !wasThere ? t('speech.keyboard') : ''
    wasThere = isThere
    return hint
  }
}

const wrappedWords = (wrapped: 'start' | 'end' | null, t: Words): string[] => (wrapped ? [t(`speech.wrapped.${wrapped}`)] : [])

function focusWords({ focus, typed }: PageNews, t: Words): string {
  if (!focus) return ''
  // What was about to be read is gone, and the cursor with it: the screen says that it is still there.
  if (!focus.isConnected) return headingWords()
  if (!isOnStage(focus)) return ''
  // Whoever types with the cursor hears what is typed, and not the key again that it rests on.
  if (typed.length > 0 && (isTextControl(focus) || keyboardIn(stage())?.contains(focus))) return ''
  return describe(focus, t)
}

/** What the cursor has come into, said before what it stands on. */
function groupWords(groups: ReturnType<typeof createGroups>, focus: string): string[] {
  const here = document.activeElement
  return focus !== '' && here && isOnStage(here) ? groups.entered(here, focus) : []
}

/** On entering: a heading that has the focus is said already; a field is said although it had the focus before anybody listened. */
function entryFocusWords(t: Words): string {
  const focus = document.activeElement
  return focus instanceof HTMLElement && isOnStage(focus) && !focus.matches('h1, h2') ? describe(focus, t) : ''
}

function stateWords(element: Element, t: Words): string {
  if (!element.matches('[role=combobox]')) return stateOf(element, t)
  return element.getAttribute('aria-expanded') === 'true' ? activeOption(element, t) : valueOf(element, t)
}

function speak(texts: readonly string[], say: (text: string) => void): void {
  const words = texts.filter((text) => text !== '').map(asSentence)
  if (words.length > 0) say(words.join(' '))
}
