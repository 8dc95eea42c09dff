import { describe, expect, it } from 'vitest'
import { uiLocales } from '../../../renderer/i18n/languages.ts'
import InvoiceView from '../../../renderer/views/InvoiceView.vue'
import type { BillComparison } from '../../../shared/contract/account.ts'
import { sampleDetail } from '../../fakes/kioskSamples.ts'
import { mountScreen, settled } from './mountScreen.ts'

const props = { id: 'i1' }
const dialog = (): HTMLDialogElement | null => document.querySelector('dialog')
const textOf = (part: Element): string => (part.textContent ?? '').replace(/\s+/gu, ' ').trim()
const all = (selector: string): string[] => [...(dialog()?.querySelectorAll(selector) ?? [])].map(textOf)

describe('why an invoice changed', () => {
  it('is told against last month and last year, each reason with its figures, and none that made no difference', async () => {
    const { button } = await mountScreen(InvoiceView, { props })
    button('¿Por qué cambió?').click()
    await settled()
    expect(all('h3')).toEqual(['Comparada con la de septiembre de 2026: $182.50 más', 'Comparada con la de octubre de 2025: $142.00 menos'])
    expect(all('article:first-of-type li')).toEqual([
      'Consumo por día: 1.04 m³; antes, 0.86 m³.$165.00 más',
      'Precio de la unidad: $34.50; antes, $33.40.$25.28 más',
      'Días del periodo: 28; antes, 29.$33.00 menos',
      'Los impuestos.$25.22 más',
    ])
    expect(all('article:last-of-type li')).toEqual(['Consumo por día: 1.04 m³; antes, 1.16 m³.$122.41 menos', 'Los impuestos.$19.59 menos'])
  })

  it('is drawn as long as it weighs, less to one side and more to the other', async () => {
    const { button } = await mountScreen(InvoiceView, { props })
    button('¿Por qué cambió?').click()
    await settled()
    const bars = [...(dialog()?.querySelectorAll<HTMLElement>('article:first-of-type i') ?? [])].map((bar) => [
      Number.parseFloat(bar.style.width),
      bar.classList.contains('less'),
    ])
    expect(bars.map(([width]) => Math.round(Number(width)))).toEqual([50, 8, 10, 8])
    expect(bars.map(([, less]) => less)).toEqual([false, false, true, false])
  })

  it('says that nothing changed where nothing did', async () => {
    const same = { ...(sampleDetail.comparisons[0] as BillComparison), difference: 0, parts: { days: 0, consumption: 0, price: 0, charges: 0, taxes: 0 } }
    const { button } = await mountScreen(InvoiceView, { props, overrides: { 'account.invoice': { ...sampleDetail, comparisons: [same] } } })
    button('¿Por qué cambió?').click()
    await settled()
    expect(all('h3')).toEqual(['Comparada con la de septiembre de 2026: lo mismo'])
    expect(all('li')).toEqual([])
  })

  it('is not offered where the invoices do not carry it', async () => {
    const { buttons } = await mountScreen(InvoiceView, { props, overrides: { 'account.invoice': { ...sampleDetail, comparisons: [] } } })
    expect(buttons()).not.toContain('¿Por qué cambió?')
    expect(buttons()).toContain('Conozca su factura')
  })

  it.each(uiLocales)('has its words in %s', async (locale) => {
    const { screen } = await mountScreen(InvoiceView, { props, locale })
    await screen.get('[aria-haspopup=dialog]').trigger('click')
    await settled()
    expect(all('li').join(' ')).not.toMatch(/invoices\.|\{/)
    expect(all('li')).toHaveLength(6)
  })
})
