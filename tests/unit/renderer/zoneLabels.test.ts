import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import HolderLine from '../../../renderer/chrome/HolderLine.vue'
import MiniBill from '../../../renderer/areas/account/MiniBill.vue'
import BillPicture from '../../../renderer/areas/welcome/BillPicture.vue'
import WelcomeSteps from '../../../renderer/areas/welcome/WelcomeSteps.vue'
import { uiLocales } from '../../../renderer/i18n/languages.ts'
import { serviceIcons } from '../../../renderer/zones/service.ts'
import { useLookup } from '../../../renderer/stores/lookup.ts'
import LookupView from '../../../renderer/views/LookupView.vue'
import type { Zone } from '../../../shared/contract/kiosk.ts'
import type { FieldProblem } from '../../../shared/problems.ts'
import { sampleAccount, sampleDescription, sampleZones } from '../../fakes/kioskSamples.ts'
import { show } from './support.ts'

const zones = sampleZones.map((zone): Zone =>
  zone.id === 'qro'
    ? { ...zone, account: { label: 'Referencia', pattern: null, help: null }, invoice: { label: 'Número de recibo', pattern: null, help: null } }
    : zone,
)
const at = (homeZoneId: string) => ({ 'kiosk.describe': { ...sampleDescription, homeZoneId, zones } })
const words = (): string => (document.body.textContent ?? '').replace(/\s+/gu, ' ')
const reasons: FieldProblem[] = ['empty', 'too-long', 'too-short', 'not-digits', 'bad-characters', 'pattern']

afterEach(() => document.body.replaceChildren())

describe('a zone with labels of its own', () => {
  it('names the number of the open account by them', async () => {
    const { wrapper } = await show(HolderLine, { overrides: at('mty'), props: { account: sampleAccount } })
    expect(words()).toContain('Cuenta 40989917-7')
    await wrapper.setProps({ account: { ...sampleAccount, zoneId: 'qro' } })
    expect(words()).toContain('Referencia 40989917-7')
    expect(words()).not.toContain('Cuenta')
  })

  it.each(reasons)('says by them what is wrong with a number: %s', async (problem) => {
    const fields = ['accountNumber', 'invoiceNumber'].map((field) => ({ field, problem }))
    const { wrapper } = await show(LookupView, { overrides: { ...at('qro'), 'lookup.identify': { ok: false, problem: { code: 'invalid-fields', fields } } } })
    for (const locale of uiLocales) {
      wrapper.vm.$i18n.locale = locale
      await useLookup().submit()
      await flushPromises()
      const said = [...document.querySelectorAll('.error')].map(({ textContent }) => textContent ?? '')
      expect(said).toHaveLength(2)
      expect(said[0]).toContain('Referencia')
      expect(said[1]).toContain('Número de recibo')
      for (const message of said) expect(message).not.toMatch(/\bcuenta\b|\bfactura:|\baccount\b|\bconta\b|\b8\b|\b10\b/iu)
    }
  })

  it('says them in the steps of its branch’s first screen', async () => {
    await show(WelcomeSteps, { overrides: at('qro') })
    expect(words()).toContain('«Referencia» y «Número de recibo».')
  })

  it('leaves the words of the others as they were', async () => {
    await show(WelcomeSteps, { overrides: at('mty') })
    expect(words()).toContain('El de su cuenta y el de su factura.')
  })
})

describe.each([
  ['on the first screen', BillPicture],
  ['beside the invoice', MiniBill],
])('the bill drawn %s', (_, picture) => {
  const drawn = async (id: string): Promise<Element> => {
    await show(picture, { props: { zone: zones.find((zone) => zone.id === id) } })
    return document.querySelector('svg') as Element
  }

  it.each([
    ['mty', 'gas'],
    ['mvd', 'gas'],
    ['qro', 'water'],
  ] as const)('is that of the zone %s', async (id, service) => {
    const picture = await drawn(id)
    expect(picture.querySelector('path')?.getAttribute('d')).toBe(serviceIcons[service])
    const places = [...picture.querySelectorAll('.marked, .mark')].map((box) => `${box.getAttribute('x')} ${box.getAttribute('y')}`)
    expect(places).toEqual({ mty: ['0 0', '88 0'], mvd: ['88 -44', '88 0'], qro: ['88 -44', '0 4'] }[id])
  })
})
