import { afterEach, describe, expect, it } from 'vitest'
import EmergenciesDialog from '../../../renderer/chrome/EmergenciesDialog.vue'
import EmergencyFirst from '../../../renderer/areas/requests/EmergencyFirst.vue'
import StandbyScreen from '../../../renderer/chrome/StandbyScreen.vue'
import { emergencyGroups } from '../../../renderer/chrome/emergencies/emergencyGroups.ts'
import { useLookup } from '../../../renderer/stores/lookup.ts'
import type { Zone } from '../../../shared/contract/kiosk.ts'
import { sampleDescription, sampleZones } from '../../fakes/kioskSamples.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { show } from './support.ts'

const zoneOf = (id: string): Zone => sampleZones.find((zone) => zone.id === id) as Zone
const serving = (homeZoneId: string | null, ids: string[]) => ({ 'kiosk.describe': { ...sampleDescription, homeZoneId, zones: ids.map(zoneOf) } })
const open = (homeZoneId: string | null, ids: string[]) => show(EmergenciesDialog, { overrides: serving(homeZoneId, ids), props: { open: true } })
const parts = (): string[] => [...document.querySelectorAll('dialog .service')].map(({ textContent }) => (textContent ?? '').replace(/\s+/gu, ' ').trim())
const dialog = (): Element => document.querySelector('dialog') as Element
const ofGas = /no encienda|cerillos|huele a gas|Gas/u
const ofWater = /llave de paso|turbia|Agua/u

afterEach(() => document.body.replaceChildren())

describe('Emergencias', () => {
  it('gives at a counter of gas alone the advice for gas', async () => {
    await open('mty', ['mty', 'nld'])
    await eventually(() => expect(parts()).toHaveLength(1))
    expect(parts()[0]).toContain('Salga, no encienda nada, llame desde afuera.')
    expect(parts()[0]).toContain('81 8111 2233')
    expect(parts()[0]).toContain('Nuevo Laredo 867 711 2233')
    expect(parts()[0]).not.toMatch(ofWater)
  })

  it('gives at a counter of water alone the advice for water, and no word of gas', async () => {
    await open('qro', ['qro'])
    await eventually(() => expect(parts()).toHaveLength(1))
    expect(parts()[0]).toContain('cierre la llave de paso y llame')
    expect(parts()[0]).toContain('No beba agua turbia')
    expect(parts()[0]).toContain('442 211 2233')
    expect(parts()[0]).not.toMatch(ofGas)
  })

  it('gives each service its own number and advice where both are served: the branch’s first', async () => {
    await open('mty', ['mty', 'qro'])
    await eventually(() => expect(parts()).toHaveLength(2))
    expect(parts()[0]).toMatch(/^Gas ?Salga, no encienda nada.*81 8111 2233/u)
    expect(parts()[1]).toMatch(/^Agua.*llave de paso.*442 211 2233/u)
  })

  it('gives with an account open the advice of its service alone, and the other service’s at a touch', async () => {
    const { session } = await open('mty', ['mty', 'qro'])
    session.account = { accountId: 'a1', invoiceId: 'i1' }
    session.zoneId = 'qro'
    await eventually(() => expect(parts()[0]).toMatch(/^Agua.*442 211 2233/u))
    expect(parts()).toHaveLength(1)
    expect(dialog().textContent).not.toMatch(ofGas)
    ;[...dialog().querySelectorAll('button')].find(({ textContent }) => textContent?.includes('Otras emergencias'))?.click()
    await eventually(() => expect(parts()).toHaveLength(2))
    expect(parts()[0]).not.toMatch(ofGas)
    expect(parts()[1]).toContain('81 8111 2233')
    expect(parts()[1]).not.toMatch(ofWater)
  })

  it('follows the zone chosen for the look-up while no account is open', async () => {
    await open('mty', ['mty', 'nld', 'qro'])
    await eventually(() => expect(parts()[0]).toContain('Emergencias de Monterrey'))
    useLookup().chosenZone = 'qro'
    await eventually(() => expect(parts()[0]).toContain('Emergencias de Querétaro'))
    expect(parts()[1]).toMatch(/Emergencias de Monterrey ?81 8111 2233.*Emergencias de Nuevo Laredo ?867 711 2233/u)
  })

  it('says without a zone what to do of either, by what the person notices', async () => {
    await open(null, [])
    await eventually(() => expect(parts()).toHaveLength(1))
    for (const said of ['Llame y diga qué pasa', 'Si huele a gas', 'Si hay una fuga de agua', 'impreso en su recibo']) expect(parts()[0]).toContain(said)
  })

  it('stands before a claim of water without a word of gas', async () => {
    const { session } = await show(EmergencyFirst, { overrides: serving('mty', ['mty', 'qro']) })
    session.zoneId = 'qro'
    await eventually(() => expect(document.body.textContent).toContain('llave de paso'))
    expect(document.body.textContent).not.toMatch(ofGas)
  })

  it('stands on the screen of a kiosk out of service as its branch’s service asks', async () => {
    const again = { name: 'Vuelve solo', detail: '' }
    await show(StandbyScreen, { overrides: serving('qro', ['qro']), props: { heading: 'Fuera de servicio', lead: '', icon: '', again } })
    expect(document.body.textContent).toContain('cierre la llave de paso y llame')
    expect(document.body.textContent).not.toContain('no encienda')
  })
})

describe('the groups of Emergencias', () => {
  it('say a number once, and leave out zones without one', () => {
    const twin = { ...zoneOf('nld'), emergencyPhone: zoneOf('mty').emergencyPhone }
    const silent = { ...zoneOf('bjs'), emergencyPhone: null }
    expect(emergencyGroups([zoneOf('mty'), twin, silent], zoneOf('mty'))).toEqual([{ service: 'gas', zone: zoneOf('mty'), others: [] }])
  })
})
