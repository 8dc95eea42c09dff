import { afterEach, describe, expect, it } from 'vitest'
import App from '../../../renderer/App.vue'
import { eventually } from '../../fixtures/eventually.ts'
import { show } from './support.ts'

const open = () => show(App, { props: { connection: 'connected', back: () => undefined } })
const named = (role: string, name: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(role)].find(({ textContent }) => textContent?.includes(name))
const classes = (): string[] => [...document.documentElement.classList].sort()
const chosen = (group: string): string[] =>
  [...document.querySelectorAll(`[aria-label="${group}"] [role=radio][aria-checked=true]`)].map(({ textContent }) => textContent?.trim() ?? '')

/** The aids, by one touch from the first screen. */
async function openAids() {
  const opened = await open()
  named('button', 'Accesibilidad')?.click()
  await eventually(() => expect(document.querySelector('[role=switch]')).not.toBeNull())
  return opened
}

afterEach(() => {
  document.body.replaceChildren()
  document.documentElement.className = ''
})

describe('Accesibilidad', () => {
  it('offers four sizes of letters, of which one is chosen', async () => {
    await openAids()
    expect(document.querySelectorAll('[aria-label="Tamaño de la letra"] [role=radio]')).toHaveLength(4)
    expect(chosen('Tamaño de la letra')).toEqual(['Letra normal'])
    named('[role=radio]', 'Letra doble')?.click()
    await eventually(() => expect(chosen('Tamaño de la letra')).toEqual(['Letra doble']))
    expect(classes()).toEqual(['double', 'larger', 'largest', 'still'])
    named('[role=radio]', 'Letra más grande')?.click()
    await eventually(() => expect(classes()).toEqual(['larger', 'largest', 'still']))
    named('[role=radio]', 'Letra grande')?.click()
    await eventually(() => expect(classes()).toEqual(['larger', 'still']))
  })

  it('offers high contrast, light or dark', async () => {
    await openAids()
    named('[role=radio]', 'Alto contraste oscuro')?.click()
    await eventually(() => expect(classes()).toEqual(['contrast', 'dark', 'still']))
    named('[role=radio]', 'Alto contraste claro')?.click()
    await eventually(() => expect(classes()).toEqual(['contrast', 'still']))
    named('[role=radio]', 'Colores normales')?.click()
    await eventually(() => expect(classes()).toEqual([]))
  })

  it('sets all aids at once by Modo accesible, and puts back what had been chosen', async () => {
    const { session } = await openAids()
    named('[role=radio]', 'Alto contraste oscuro')?.click()
    const mode = () => document.querySelector<HTMLElement>('[role=switch]')
    expect(mode()?.textContent).toContain('Modo accesible')
    mode()?.click()
    await eventually(() => expect(mode()?.getAttribute('aria-checked')).toBe('true'))
    expect({ ...session.aids }).toEqual({ letters: 'double', contrast: 'light', slower: true, lower: true })
    expect(classes()).toEqual(['contrast', 'double', 'larger', 'largest', 'lower', 'still'])
    // What is changed within the mode changes, and the mode stays.
    named('[role=radio]', 'Letra grande')?.click()
    await eventually(() => expect(classes()).not.toContain('double'))
    expect(mode()?.getAttribute('aria-checked')).toBe('true')
    mode()?.click()
    await eventually(() => expect(mode()?.getAttribute('aria-checked')).toBe('false'))
    expect({ ...session.aids }).toEqual({ letters: 'normal', contrast: 'dark', slower: false, lower: false })
  })

  it('S13 gives the next visitor letters of the first size, in the usual colours', async () => {
    const { session } = await open()
    session.isAccessible = true
    await eventually(() => expect(classes()).toContain('double'))
    session.forget()
    await eventually(() => expect(classes()).toEqual([]))
    expect(session.isAccessible).toBe(false)
  })
})
