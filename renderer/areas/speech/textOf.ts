import { isControl, isPerceivable } from './perceivable.ts'

/** Where a word may be broken on the screen, and what only orders the direction of writing. */
const UNSPOKEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]/gu

export const plain = (text: string): string =>
  text
    .replace(UNSPOKEN, '')
    .replace(/\s+/gu, ' ')
    .replace(/ ([,.;:])/gu, '$1')
    .replace(/,(?:\s*,)*(?<mark>[.;:])/gu, '$<mark>')
    .replace(/([.!?…,:;])(?:\s*,)+/gu, '$1')
    .replace(/^[\s,]+|[\s,]+$/gu, '')

/** The words in an element, those of its controls left out; what stands apart on the screen is set apart by a comma. */
export const textOf = (element: Element): string => plain(wordsIn(element))

function wordsIn(node: Node): string {
  if (node instanceof Text) return node.data
  if (!(node instanceof Element) || !isPerceivable(node) || node.matches('svg, img, [role=img]')) return node instanceof Element ? pictureName(node) : ''
  return [...node.childNodes].map(partOf).join('')
}

function partOf(node: Node): string {
  if (node instanceof HTMLBRElement) return ', '
  if (!(node instanceof Element)) return wordsIn(node)
  // The words of a label are its control's name.
  if (isControl(node) || node.matches('label')) return ' '
  const words = wordsIn(node)
  if (isLead(node)) return `${words}, `
  return /^(?:inline|contents|$)/u.test(getComputedStyle(node).display) ? words : `, ${words}, `
}

/** Words in bold that a sentence follows: *Aviso de privacidad* Usamos sus datos… */
const isLead = (node: Element): boolean =>
  node.matches('b, strong') && !node.previousSibling?.textContent?.trim() && /^\s*\p{Lu}/u.test(node.nextSibling?.textContent ?? '')

const pictureName = (element: Element): string =>
  isPerceivable(element) && element.matches('svg, img, [role=img]') ? ` ${element.getAttribute('aria-label') ?? element.getAttribute('alt') ?? ''} ` : ''
