import { describe, expect, it } from 'vitest'
import FiledView from '../../../renderer/views/FiledView.vue'
import RequestsView from '../../../renderer/views/RequestsView.vue'
import type { Zone } from '../../../shared/contract/kiosk.ts'
import type { RequestSummary } from '../../../shared/contract/requests.ts'
import { sampleAccount, sampleDescription } from '../../fakes/kioskSamples.ts'
import { sampleFiled, sampleRequests } from '../../fakes/requestSamples.ts'
import { mountScreen } from './mountScreen.ts'

const inZone = (change: Partial<Zone>) => ({
  'kiosk.describe': { ...sampleDescription, zones: sampleDescription.zones.map((zone) => ({ ...zone, ...change })) },
})
const URSEA = { name: 'URSEA', phone: '0800 8773' }
const uruguay = inZone({ regulator: URSEA, claimBusinessDays: 15 })
const list = async (zone: ReturnType<typeof inZone>, change: Partial<RequestSummary> = {}): Promise<string> => {
  const requests = sampleRequests.slice(0, 1).map((request) => ({ ...request, ...change }))
  const { screen } = await mountScreen(RequestsView, { overrides: { ...zone, 'requests.list': { account: sampleAccount, requests } } })
  return screen.get('section').text().replace(/\s+/gu, ' ')
}
const filed = async (zone: ReturnType<typeof inZone>, change: Partial<typeof sampleFiled> = {}): Promise<string> =>
  (await mountScreen(FiledView, { props: { id: 'c1' }, overrides: { ...zone, 'requests.filed': { ...sampleFiled, ...change } } })).words()

describe('a claim that waits for its answer', () => {
  it('says in how many business days it comes, where the zone has the rule', async () => {
    expect(await list(uruguay)).toContain('Plazo para responderle15 días hábiles')
    expect(await filed(uruguay)).toContain('Plazo para responderle15 días hábiles')
    expect(await filed(uruguay, { state: 'received' })).toContain('15 días hábiles')
    expect(await list(inZone({ claimBusinessDays: 1 }))).toContain('1 día hábil')
  })

  it('says the date instead as soon as the utility gives one, and makes none of its own', async () => {
    const words = await list(uruguay, { state: 'received', answerDueOn: '2026-12-14' })
    expect(words).toContain('14 de diciembre de 2026')
    expect(words).not.toContain('hábiles')
    expect(await list(inZone({ claimBusinessDays: null }))).not.toMatch(/hábil|Plazo|tardar/u)
  })

  it.each([{ state: 'resolved' }, { state: 'setAside' }, { state: 'closed' }, { kind: 'question' }] as const)(
    'says nothing of the kind of %j',
    async (change) => {
      expect(await list(uruguay, change)).not.toContain('hábiles')
    },
  )
})

describe('the regulator', () => {
  const NEXT = 'Si no le responden o no está de acuerdo, acuda a URSEA'

  it('is named as the next place to go, with its telephone where it has one', async () => {
    expect(await list(uruguay)).toContain(`${NEXT} · 0800 8773`)
    expect(await filed(uruguay)).toContain(`${NEXT} · 0800 8773`)
    expect(await list(inZone({ regulator: { ...URSEA, phone: null } }))).toMatch(/URSEA$/u)
  })

  it('is not named where the zone names nobody, nor beside what is no claim', async () => {
    expect(await list(inZone({ regulator: null }))).not.toContain('acuda')
    expect(await filed(inZone({ regulator: null }))).not.toContain('acuda')
    expect(await list(uruguay, { kind: 'question' })).not.toContain('acuda')
    expect(await filed(uruguay, { kind: 'reading' })).not.toContain('acuda')
  })

  it('is not named of what staff still have to see to', async () => {
    expect(await list(uruguay, { state: 'setAside' })).not.toContain('acuda')
    expect(await filed(uruguay, { state: 'setAside' })).not.toContain('acuda')
    for (const state of ['closed', 'rejected'] as const) expect(await filed(uruguay, { state })).toContain(NEXT)
  })

  it('is named once below the list, however many claims stand in it', async () => {
    const requests = ['c1', 'c2', 'c3'].flatMap((id) => sampleRequests.slice(0, 1).map((request) => ({ ...request, id })))
    const { screen } = await mountScreen(RequestsView, { overrides: { ...uruguay, 'requests.list': { account: sampleAccount, requests } } })
    expect(screen.text().split('acuda')).toHaveLength(2)
    expect(screen.findAll('li').map((row) => row.text().includes('acuda'))).toEqual([false, false, false])
  })
})
