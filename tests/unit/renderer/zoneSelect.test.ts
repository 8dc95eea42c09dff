import { afterEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import ZoneSelect from '../../../renderer/areas/lookup/ZoneSelect.vue'
import { sampleZones } from '../../fakes/kioskSamples.ts'
import { show } from './support.ts'

const combobox = (): HTMLElement => document.querySelector('[role=combobox]') as HTMLElement
const press = async (key: string): Promise<void> => {
  combobox().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  await nextTick()
}
const active = (): string | null | undefined => document.getElementById(combobox().getAttribute('aria-activedescendant') ?? '')?.querySelector('b')?.textContent

const open = async () => {
  const shown = await show(ZoneSelect, { props: { modelValue: 'mty', label: 'Zona geográfica', zones: sampleZones } })
  combobox().click()
  await nextTick()
  return shown
}

afterEach(() => {
  document.body.replaceChildren()
})

describe('zone select', () => {
  it('opens a list of zones, each with its cities, at the one that is chosen', async () => {
    await open()
    expect(combobox().getAttribute('aria-expanded')).toBe('true')
    const options = [...document.querySelectorAll('[role=listbox] [role=option]')]
    expect(options.map(({ textContent }) => textContent)).toContain('Bajío SurCelaya, Salamanca, Irapuato, León, Silao')
    expect(document.querySelector('[aria-selected=true]')?.textContent).toContain('Monterrey')
    expect(active()).toBe('Monterrey')
  })

  it('takes a touched zone', async () => {
    const { wrapper } = await open()
    document.querySelectorAll<HTMLElement>('[role=option]')[2]?.click()
    await nextTick()
    expect(wrapper.emitted('update:modelValue')).toEqual([['bjn']])
    expect(combobox().getAttribute('aria-expanded')).toBe('false')
  })

  it('is walked with arrows, ends and letters, and chosen with Enter', async () => {
    const { wrapper } = await open()
    await press('End')
    expect(active()).toBe('Montevideo')
    await press('ArrowDown')
    expect(active()).toBe('Montevideo')
    await press('b')
    expect(active()).toBe('Bajío Sur')
    await press('ArrowDown')
    await press('Enter')
    expect(wrapper.emitted('update:modelValue')).toEqual([['bjn']])
  })

  it('closes at Escape and leaves the choice as it was', async () => {
    const { wrapper } = await open()
    await press('ArrowDown')
    await press('Escape')
    expect(combobox().getAttribute('aria-expanded')).toBe('false')
    expect(wrapper.emitted('update:modelValue')).toBeUndefined()
  })
})
