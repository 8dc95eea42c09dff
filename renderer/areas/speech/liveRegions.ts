import { isPerceivable } from './perceivable.ts'
import { stage } from './stage.ts'
import { textOf } from './textOf.ts'

const LIVE = '[role=status], [role=alert], [role=log], [aria-live=polite], [aria-live=assertive]'
const URGENT = '[role=alert], [aria-live=assertive]'

export interface LiveNews {
  alerts: string[]
  statuses: string[]
}

/** Remembers which live regions have changed, until somebody asks for what they say now. */
export function createLiveRegions() {
  const changed = new Set<Element>()
  const said = new WeakMap<Element, string>()

  function note({ target, addedNodes }: MutationRecord): void {
    const around = (target instanceof Element ? target : target.parentElement)?.closest(LIVE)
    if (around) changed.add(around)
    for (const node of addedNodes) {
      if (!(node instanceof Element)) continue
      if (node.matches(LIVE)) changed.add(node)
      node.querySelectorAll(LIVE).forEach((region) => changed.add(region))
    }
  }
  /** What is new of them; what lies behind a dialog is none of it. */
  function news(): LiveNews {
    const found: LiveNews = { alerts: [], statuses: [] }
    for (const region of changed) {
      const text = isHeard(region) ? textOf(region) : ''
      if (text !== '' && text !== said.get(region)) found[region.matches(URGENT) ? 'alerts' : 'statuses'].push(text)
      said.set(region, text)
    }
    changed.clear()
    return found
  }
  return { note, news }
}

const isHeard = (region: Element): boolean => {
  const top = stage()
  return region.isConnected && isPerceivable(region) && (!(top instanceof HTMLDialogElement) || top.contains(region))
}
