import { afterEach, describe, expect, it } from 'vitest'
import LookupHelp from '../../../renderer/areas/lookup/LookupHelp.vue'
import type { Zone } from '../../../shared/contract/kiosk.ts'
import { sampleZones } from '../../fakes/kioskSamples.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { show } from './support.ts'

const zones: Zone[] = sampleZones.map((zone) =>
  zone.id === 'qro'
    ? {
        ...zone,
        account: { label: 'Referencia', pattern: '[0-9]{8}', help: null },
        invoice: { label: 'Número de recibo', pattern: 'AG[0-9]{8}', help: 'Empieza con AG.' },
      }
    : zone,
)
/** Open on the first zone. Answers how another one is chosen behind it. */
const open = async (served = zones, asked: 'invoice' | 'contract' | 'meter' = 'invoice') => {
  const { wrapper } = await show(LookupHelp, { props: { open: true, zones: served, zone: served[0] ?? null, asked } })
  return (id: string) => wrapper.setProps({ zone: served.find((zone) => zone.id === id) ?? null })
}
const dialog = (): string => (document.querySelector('dialog')?.textContent ?? '').replace(/\s+/gu, ' ')
const picture = (): string => document.querySelector('dialog [role=img]')?.getAttribute('aria-label') ?? ''
const companies = (): HTMLButtonElement[] => [...document.querySelectorAll<HTMLButtonElement>('dialog .kinds button')]
const pressed = (): string[] =>
  companies()
    .filter((button) => button.getAttribute('aria-pressed') === 'true')
    .map(({ textContent }) => textContent?.trim() ?? '')

afterEach(() => document.body.replaceChildren())

describe('¿Dónde encuentro estos datos?', () => {
  it('draws the bill of the chosen zone under the labels of its form, and no other bill’s words', async () => {
    const choose = await open()
    await eventually(() => expect(dialog()).toContain('40989917'))
    expect(dialog()).toContain('Cuenta')
    await choose('qro')
    await eventually(() => expect(pressed()).toEqual(['Aguas de Querétaro']))
    for (const said of ['Referencia', 'Número de recibo', '85831366', 'AG-4035.0406', 'Empieza con AG.', 'Fecha de emisión']) expect(dialog()).toContain(said)
    expect(dialog()).not.toMatch(/Control|Número de cuenta|Número de factura|DE 4043|Gas, m³/u)
  })

  it('tells a screen reader both numbers and where they stand', async () => {
    const choose = await open()
    await choose('qro')
    await eventually(() => expect(picture()).toContain('Aguas de Querétaro'))
    expect(picture()).toBe(
      'Dibujo de un recibo de Aguas de Querétaro. 1: Referencia 85831366-1. Arriba a la derecha. 2: Número de recibo AG-4035.0406. Debajo de la fecha de emisión.',
    )
  })

  it('shows another company’s bill at a touch, and follows the zone again once another is chosen', async () => {
    const choose = await open()
    await eventually(() => expect(pressed()).toEqual(['Gas del Norte']))
    companies()
      .find(({ textContent }) => textContent?.includes('Gas del Plata'))
      ?.click()
    await eventually(() => expect(dialog()).toContain('A-140.500.275'))
    expect(dialog()).not.toContain('DE 4043')
    await choose('qro')
    await eventually(() => expect(pressed()).toEqual(['Aguas de Querétaro']))
  })

  it('offers nothing to switch where one company is served', async () => {
    await open(zones.slice(0, 1))
    await eventually(() => expect(dialog()).toContain('DE 4043 2503'))
    expect(companies()).toHaveLength(0)
  })

  it('draws no number where the pattern of the zone cannot be read', async () => {
    const odd = { ...(zones[0] as Zone), account: { label: 'Clave', pattern: '(?=x).*', help: null } }
    await open([odd])
    await eventually(() => expect(dialog()).toContain('Clave'))
    expect(dialog()).not.toContain('40989917')
  })

  it('marks the meter’s number on a water bill where that is what is asked for', async () => {
    const choose = await open(zones, 'meter')
    await choose('qro')
    await eventually(() => expect(picture()).toContain('2: Número de medidor E2909218. Con los datos del suministro.'))
    expect(dialog()).toContain('Factura')
    expect(dialog()).not.toMatch(/AG-4035|Número de recibo/u)
  })
})
