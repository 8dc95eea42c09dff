import { computeAccessibleName } from 'dom-accessibility-api'
import { isPerceivable } from './perceivable.ts'
import { plain } from './textOf.ts'

/** Choices that belong together, whose name says what is chosen; and parts of the screen that are named for who does not see them alone. */
const GROUPS = '[role=radiogroup], fieldset, :is([role=group], [role=region], section, nav, form)[aria-label]'

/** Tells into which groups the cursor has come. */
export function createGroups() {
  let inside: Element[] = []
  return {
    /** The names of those that it was not in before, the outermost first; `words` is what is said of where it stands. */
    entered(element: Element, words: string): string[] {
      const now: Element[] = []
      for (let group = element.closest(GROUPS); group; group = group.parentElement?.closest(GROUPS) ?? null) if (isPerceivable(group)) now.unshift(group)
      const names = now.filter((group) => !inside.includes(group)).map((group) => plain(computeAccessibleName(group)))
      inside = now
      return names.filter((name, index) => name !== '' && !words.startsWith(name) && names.indexOf(name) === index)
    },
  }
}
