/** Runs within the page, as a script: what of the screen as it stands is too faint in each choice of colours. Wants axe in the page. */
import { contrasts, type Contrast } from '../../../renderer/stores/aids.ts'
import { isShown, place } from './amissInPage.ts'
import type { KioskRoot } from './kioskRoot.ts'

const CONTROLS = 'button:enabled, textarea, input, a[href], label:has(input), [role=option]'
/** WCAG 2.2, 1.4.11. */
const LEAST = 3

interface Colour {
  r: number
  g: number
  b: number
}
/** Those in a computed value that nothing shines through. */
const coloursIn = (value: string): Colour[] =>
  [...value.matchAll(/rgb\((\d+), (\d+), (\d+)\)/gu)].map(([, r, g, b]) => ({ r: Number(r), g: Number(g), b: Number(b) }))

function luminance({ r, g, b }: Colour): number {
  const part = (value: number): number => (value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4)
  return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
}
function ratio(one: Colour, other: Colour): number {
  const [pale, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (pale + 0.05) / (dark + 0.05)
}

function behind(element: Element): Colour {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    const [colour] = coloursIn(getComputedStyle(parent).backgroundColor)
    if (colour) return colour
  }
  return { r: 255, g: 255, b: 255 }
}

/** What tells a control from what is around it: its border, the ring of its shadow or of the focus, its own colour. A name alone is a text. */
function marksOf(element: Element): Colour[] {
  const { borderBottomWidth, borderBottomColor, outlineStyle, outlineColor, boxShadow, backgroundColor } = getComputedStyle(element)
  const border = Number.parseFloat(borderBottomWidth) > 0 ? borderBottomColor : ''
  const outline = outlineStyle === 'none' ? '' : outlineColor
  return [border, outline, boxShadow, backgroundColor].flatMap(coloursIn)
}

function faintControls(root: Element): string[] {
  return [...root.querySelectorAll(CONTROLS)].filter(isShown).flatMap((control) => {
    const marks = marksOf(control)
    const isFaint = marks.length > 0 && marks.every((mark) => ratio(mark, behind(control)) < LEAST)
    return isFaint ? [`faint: ${control.outerHTML.slice(0, 120)}`] : []
  })
}

const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve))

async function choose(contrast: Contrast): Promise<void> {
  document.querySelector<KioskRoot>('#app')!.__vue_app__.config.globalProperties.$pinia.state.value.session.aids.contrast = contrast
  for (let frames = 0; frames < 3; frames += 1) await frame()
}

/** All of axe's rules once: what is in the page is the same in all colours. */
async function violations(root: Element, contrast: Contrast): Promise<string[]> {
  const enhanced = 'color-contrast-enhanced'
  const rules = contrast === 'light' ? { rules: { [enhanced]: { enabled: true } } } : { runOnly: { type: 'rule' as const, values: [enhanced] } }
  const results = await window.axe!.run(root, { ...rules, resultTypes: ['violations'] })
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

export interface Faint {
  what: string
  contrast: Contrast
}

/** Texts below 7:1 and controls below 3:1, in each choice of colours; leaves the visitor's first one. */
export async function findFaint(): Promise<Faint[]> {
  const found: Faint[] = []
  const root = place()
  for (const contrast of contrasts) {
    await choose(contrast)
    const faint = contrast === 'normal' ? [] : faintControls(root)
    for (const what of [...(await violations(root, contrast)), ...faint]) found.push({ what, contrast })
  }
  await choose('normal')
  return found
}
