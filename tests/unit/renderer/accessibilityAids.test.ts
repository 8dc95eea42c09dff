import { afterEach, describe, expect, it } from 'vitest'
import App from '../../../renderer/App.vue'
import { eventually } from '../../fixtures/eventually.ts'
import { show } from './support.ts'

const open = () => show(App, { props: { connection: 'connected', back: () => undefined } })
const named = (role: string, name: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(role)].find(({ textContent }) => textContent?.includes(name))
const classes = (): string[] => [...document.documentElement.classList]

afterEach(() => {
  document.body.replaceChildren()
  document.documentElement.className = ''
})

describe('Accesibilidad', () => {
  it('offers three sizes of letters, of which one is chosen', async () => {
    await open()
    named('button', 'Accesibilidad')?.click()
    await eventually(() => expect(document.querySelectorAll('[role=radio]')).toHaveLength(3))
    const chosen = (): string[] => [...document.querySelectorAll('[role=radio][aria-checked=true]')].map(({ textContent }) => textContent?.trim() ?? '')
    expect(chosen()).toEqual(['Letra normal'])
    named('[role=radio]', 'Letra más grande')?.click()
    await eventually(() => expect(chosen()).toEqual(['Letra más grande']))
    expect(classes()).toEqual(expect.arrayContaining(['larger', 'largest']))
    named('[role=radio]', 'Letra grande')?.click()
    await eventually(() => expect(classes()).not.toContain('largest'))
    expect(classes()).toContain('larger')
  })

  it('S13 gives the next visitor letters of the first size', async () => {
    const { session } = await open()
    session.aids.letters = 'largest'
    await eventually(() => expect(classes()).toContain('largest'))
    session.forget()
    await eventually(() => expect(classes()).not.toContain('larger'))
    expect(classes()).not.toContain('largest')
  })
})
