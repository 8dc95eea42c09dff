/**
 * Runs within the page, as a script: what a person would find amiss with the screen as it stands. Imports nothing. The words of a finding begin
 * with its kind.
 */

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}
/** A line of text or a control: where it stands, and what of it can be seen. */
interface Piece {
  element: Element
  words: string
  control: boolean
  whole: Box
  seen: Box
}

const SLACK = 2
/** Two amounts nearer to each other than this are read as one. */
const NEAR = 4

const short = (text: string | null): string => (text ?? '').replace(/\s+/gu, ' ').trim().slice(0, 48)
const nameOf = (element: Element): string => `<${element.tagName.toLowerCase()}.${[...element.classList].join('.')}> "${short(element.textContent)}"`
const isEmpty = (box: Box): boolean => box.right - box.left < 1 || box.bottom - box.top < 1
const meet = (one: Box, other: Box): Box => ({
  left: Math.max(one.left, other.left),
  top: Math.max(one.top, other.top),
  right: Math.min(one.right, other.right),
  bottom: Math.min(one.bottom, other.bottom),
})

const memories: Map<Element, unknown>[] = []
/** Asked of one element for many pieces of the screen, which stands still meanwhile. */
function oncePerLook<T>(ask: (element: Element) => T): (element: Element) => T {
  const known = new Map<Element, T>()
  memories.push(known)
  return (element) => {
    if (!known.has(element)) known.set(element, ask(element))
    return known.get(element) as T
  }
}

/** Where people look: the dialog or the list that is open, else everything. */
export function place(): Element {
  const dialogs = [...document.querySelectorAll('dialog, [role=listbox]')].filter((dialog) => dialog.checkVisibility({ visibilityProperty: true }))
  return dialogs.at(-1) ?? document.body
}
const isSpoken = (element: Element): boolean => element.closest('.spoken, [aria-hidden=true] svg, svg[aria-hidden=true], [inert]') !== null
export const isShown = oncePerLook(
  (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !isSpoken(element) && getComputedStyle(element).clipPath !== 'inset(50%)',
)
const scrolls = (overflow: string): boolean => overflow === 'auto' || overflow === 'scroll'
const endsInDots = (style: CSSStyleDeclaration): boolean => style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none'

interface Clipper {
  element: Element
  edge: Box
  scrollsDown: boolean
  endsInDots: boolean
}
function clipperAt(element: Element, style: CSSStyleDeclaration): Clipper[] {
  if (style.overflowX === 'visible' && style.overflowY === 'visible') return []
  return [{ element, edge: element.getBoundingClientRect(), scrollsDown: scrolls(style.overflowY), endsInDots: endsInDots(style) }]
}
/** What cuts off what comes out of it, from within outwards. */
const clippersOf = oncePerLook((element): Clipper[] => {
  const style = getComputedStyle(element)
  const own = clipperAt(element, style)
  const parent = element.parentElement
  const isLast = !parent || parent === document.documentElement || (own.length > 0 && style.position === 'fixed')
  return isLast ? own : [...own, ...clippersOf(parent)]
})

/** What of it can be seen, and how the rest is lost. */
function clip(element: Element, whole: Box, lost: (how: string) => void): Box {
  let seen = whole
  for (const clipper of clippersOf(element)) {
    const { edge } = clipper
    const over = { x: seen.right > edge.right + SLACK || seen.left < edge.left - SLACK, y: seen.bottom > edge.bottom + SLACK || seen.top < edge.top - SLACK }
    if (over.x && !clipper.endsInDots) lost(`cut at the side of ${nameOf(clipper.element)}`)
    if (over.y && !clipper.scrollsDown && !clipper.endsInDots) lost(`cut below or above by ${nameOf(clipper.element)}`)
    seen = meet(seen, edge)
  }
  return seen
}

function textsIn(root: Element): { element: Element; words: string; boxes: Box[] }[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const found = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    if (!element || short(node.textContent) === '' || !isShown(element)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    found.push({ element, words: short(node.textContent), boxes: [...range.getClientRects()].map(lower) })
  }
  return found
}
/** A line's box is taller than its letters. */
function lower({ left, top, right, bottom }: DOMRect): Box {
  const spare = (bottom - top) * 0.18
  return { left, top: top + spare, right, bottom: bottom - spare }
}

/** A card to choose is touched anywhere on it; the input that it holds is not drawn. */
const CONTROLS = 'button, a[href], input, textarea, [role=option], label:has(> input)'

function piecesOf(root: Element, amiss: Set<string>): Piece[] {
  const controls = [...root.querySelectorAll(CONTROLS)].filter(isShown).map((element) => ({
    element,
    words: short(element.getAttribute('aria-label') ?? element.textContent),
    control: true,
    whole: element.getBoundingClientRect(),
  }))
  const lines = textsIn(root).flatMap(({ element, words, boxes }) => boxes.map((whole) => ({ element, words, control: false, whole })))
  return [...controls, ...lines].flatMap((piece) => {
    const seen = clip(piece.element, piece.whole, (how) => amiss.add(`cut: "${piece.words}" ${how}`))
    return isEmpty(seen) ? [] : [{ ...piece, seen }]
  })
}

function outside(pieces: Piece[], amiss: Set<string>): void {
  for (const { words, seen } of pieces) {
    if (seen.left < -SLACK || seen.top < -SLACK || seen.right > innerWidth + SLACK || seen.bottom > innerHeight + SLACK) amiss.add(`off the screen: "${words}"`)
  }
}

const within = (one: Element, other: Element): boolean => one.contains(other) || other.contains(one)
const share = (one: Box, other: Box): boolean =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > SLACK && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > SLACK

function overlaps(pieces: Piece[], amiss: Set<string>): void {
  for (let index = 0; index < pieces.length; index += 1) {
    const one = pieces[index]!
    for (let after = index + 1; after < pieces.length; after += 1) {
      const other = pieces[after]!
      // Where they stand is the cheaper question, of many thousand pairs.
      if (share(one.seen, other.seen) && !within(one.element, other.element)) amiss.add(`overlap: "${one.words}" and "${other.words}"`)
    }
  }
}

const boxOf = oncePerLook((element): Box | null => {
  const style = getComputedStyle(element)
  const isBox = style.display !== 'inline' && (style.backgroundColor !== 'rgba(0, 0, 0, 0)' || Number.parseFloat(style.borderLeftWidth) > 0)
  return isBox ? element.getBoundingClientRect() : null
})

/** Words that come out of the card, the control or the box that they stand in. */
function spills(pieces: Piece[], amiss: Set<string>): void {
  for (const { element, words, seen, control } of pieces) {
    for (let parent: Element | null = control ? element.parentElement : element; parent && parent !== document.body; parent = parent.parentElement) {
      const box = boxOf(parent)
      if (!box) continue
      const out = seen.left < box.left - SLACK || seen.right > box.right + SLACK || seen.top < box.top - SLACK || seen.bottom > box.bottom + SLACK
      if (out) amiss.add(`out of its box: "${words}" of ${nameOf(parent)}`)
      break
    }
  }
}

/** What can be scrolled says so, and goes one way only. */
function scrolling(root: Element, amiss: Set<string>): void {
  for (const part of [document.documentElement, ...document.querySelectorAll('main'), ...root.querySelectorAll('*')]) {
    const style = getComputedStyle(part)
    if (part !== document.documentElement && !scrolls(style.overflowY) && !scrolls(style.overflowX)) continue
    if (!part.checkVisibility() || part.matches('input, textarea, .sheets')) continue
    if (part.scrollWidth > part.clientWidth + SLACK) amiss.add(`sideways: ${nameOf(part)} by ${part.scrollWidth - part.clientWidth}`)
    const more = part.scrollHeight - part.clientHeight - part.scrollTop
    if (more > SLACK && !says(part)) amiss.add(`no cue: ${nameOf(part)} goes on by ${Math.round(more)}`)
  }
}
/** Where a list is paged through, each of its rows is in view as a whole or not at all. */
function slivers(root: Element, amiss: Set<string>): void {
  for (const pager of root.querySelectorAll('.pager')) {
    const place = pager.previousElementSibling
    if (!place || !pager.checkVisibility()) continue
    const edge = place.getBoundingClientRect()
    const top = edge.top + (place.querySelector('thead')?.offsetHeight ?? 0)
    for (const row of place.querySelectorAll('li, tbody tr')) {
      const whole = row.getBoundingClientRect()
      const seen = Math.min(whole.bottom, edge.top + place.clientHeight) - Math.max(whole.top, top)
      if (seen > 0.5 && seen < whole.height - SLACK) amiss.add(`sliver: ${Math.round(seen)} px of "${short(row.textContent)}"`)
    }
  }
}
const says = (part: Element): boolean =>
  getComputedStyle(part, '::after').content.includes('↓') || (part.parentElement?.querySelector('.pager')?.checkVisibility() ?? false)

const AMOUNT = /^[+−-]?\s?(?:US|R)?\$\s?[\d.,]*\d(?:\s?[A-Z]{3})?$/u

/** An amount stands on one line, and apart from what stands beside it. */
function amounts(root: Element, pieces: Piece[], amiss: Set<string>): void {
  for (const element of root.querySelectorAll('*')) {
    const amount = short(element.textContent)
    if (!AMOUNT.test(amount) || !isShown(element) || AMOUNT.test(short(element.parentElement?.textContent ?? null))) continue
    const lines = pieces.filter((piece) => !piece.control && element.contains(piece.element)).map(({ seen }) => seen)
    const [first] = lines
    if (first && lines.some(({ top, bottom }) => top > first.bottom || bottom < first.top)) amiss.add(`wraps: "${amount}"`)
    for (const { element: other, words, seen, control } of pieces) {
      if (control || within(element, other)) continue
      const near = lines.some((line) => !isEmpty(meet({ ...line, left: line.left - NEAR, right: line.right + NEAR }, seen)))
      if (near) amiss.add(`touches: "${amount}" and "${words}"`)
    }
  }
}

/** Down to where a place can be read: above the words for what is below, where it goes on. */
function readDownTo(place: Element): number {
  const isLonger = place.scrollHeight - place.clientHeight - place.scrollTop > SLACK
  const cue = isLonger ? Number.parseFloat(getComputedStyle(place, '::after').height) || 0 : 0
  return place.getBoundingClientRect().bottom - cue
}

/** What is wrong with the field that has the focus is said in full view, not under the words for what is below. */
function errors(amiss: Set<string>): void {
  const error = document.activeElement?.closest('.field, .select')?.querySelector('[role=alert]')
  const place = error?.closest('.fields')
  if (!error || !place || !scrolls(getComputedStyle(place).overflowY)) return
  const { top, bottom } = error.getBoundingClientRect()
  if (top < place.getBoundingClientRect().top - SLACK || bottom > readDownTo(place) + SLACK) amiss.add(`error not in view: "${short(error.textContent)}"`)
}

/** Codes and numbers in groups are no longer. */
const MOST_OF_A_NUMBER = 16

/** Of a code or a number all that is typed can be read at once; an address or a sentence may be longer than its field. */
function numbers(root: Element, amiss: Set<string>): void {
  for (const field of root.querySelectorAll('input[data-keys=digits]')) {
    if (!(field instanceof HTMLInputElement) || !isShown(field) || field.type === 'password' || field.value.length > MOST_OF_A_NUMBER) continue
    if (field.scrollWidth > field.clientWidth + SLACK) amiss.add(`wider than its field: "${field.value}"`)
  }
}

/** The keys in the third size of letters leave a notice no more than a few lines where the screen is low. */
const isCrowded = (): boolean => innerHeight <= 900 && document.documentElement.classList.contains('largest')

/** What the first notice over a form is about, and what can be done about it, is in view without scrolling in it, unless a field that is wrong needs the room. */
function notices(amiss: Set<string>): void {
  if (isCrowded() || document.querySelector('.fields [role=alert]')) return
  for (const notice of document.querySelectorAll('.message')) {
    if (!scrolls(getComputedStyle(notice).overflowY)) continue
    const edge = readDownTo(notice)
    for (const part of notice.firstElementChild?.querySelectorAll('b, button') ?? []) {
      if (isShown(part) && part.getBoundingClientRect().bottom > edge + SLACK) amiss.add(`notice not in view: "${short(part.textContent)}"`)
    }
  }
}

/** Nothing shows through where the words for what is below stand. */
function cues(root: Element, amiss: Set<string>): void {
  for (const place of [...document.querySelectorAll('main'), ...root.querySelectorAll('.scrolls')]) {
    const cue = getComputedStyle(place, '::after')
    if (!cue.content.includes('↓') || !place.checkVisibility()) continue
    const letters = (Number.parseFloat(cue.lineHeight) - Number.parseFloat(cue.fontSize)) / 2
    const solid = (Number.parseFloat(/([\d.]+)%\)$/u.exec(cue.backgroundImage)?.[1] ?? '100') / 100) * Number.parseFloat(cue.height)
    if (solid > letters + SLACK) amiss.add(`shows through: ${nameOf(place)} under ${cue.content}`)
  }
}

/** Zoomed in, a control is half as many points, and as large as before. */
export const isZoomed = (): boolean => innerWidth <= 700 || innerHeight <= 600

/** With letters as they are at first, all the ways on from a screen are in view, none of them under the words for what is below. */
function ways(amiss: Set<string>): void {
  const main = document.querySelector('main')
  if (!main || isZoomed() || document.documentElement.classList.contains('larger')) return
  const edge = readDownTo(main)
  const ofForms = [...main.querySelectorAll('form button[type=submit]')].flatMap((submit) => [...(submit.parentElement?.querySelectorAll('button') ?? [])])
  for (const way of [...main.querySelectorAll('nav :is(a, button)'), ...ofForms]) {
    if (isShown(way) && way.getBoundingClientRect().bottom > edge + SLACK) amiss.add(`way not in view: "${short(way.textContent)}"`)
  }
}

/** The keys and the foot are whole, whatever else there is; zoomed in, keys that stand within a screen that scrolls need not be. */
function wholes(root: Element, amiss: Set<string>): void {
  for (const element of root.querySelectorAll(`${isZoomed() ? '.typing' : ''} .simple-keyboard button, footer button`)) {
    if (!isShown(element)) continue
    const whole = element.getBoundingClientRect()
    const seen = clip(element, whole, () => undefined)
    const isWhole = Math.abs(seen.bottom - whole.bottom) + Math.abs(seen.right - whole.right) + Math.abs(seen.top - whole.top) < SLACK
    if (!isWhole || whole.bottom > innerHeight + SLACK) amiss.add(`not whole: "${short(element.textContent)}"`)
  }
}

export function whatIsAmiss(): string[] {
  for (const known of memories) known.clear()
  const amiss = new Set<string>()
  const root = place()
  const pieces = piecesOf(root, amiss)
  outside(pieces, amiss)
  overlaps(pieces, amiss)
  spills(pieces, amiss)
  scrolling(root, amiss)
  slivers(root, amiss)
  amounts(root, pieces, amiss)
  errors(amiss)
  numbers(root, amiss)
  notices(amiss)
  cues(root, amiss)
  wholes(root, amiss)
  if (root === document.body) ways(amiss)
  return [...amiss]
}
