import { afterEach, describe, expect, it } from 'vitest'
import { useClerk } from '../../../renderer/stores/clerk.ts'
import { useDayEnd } from '../../../renderer/stores/dayEnd.ts'
import StaffDayEndView from '../../../renderer/views/StaffDayEndView.vue'
import { failure, success } from '../../../shared/result.ts'
import { sampleDay } from '../../fakes/dayEndSamples.ts'
import type { Overrides } from '../../fakes/fakeKiosk.ts'
import { mountScreen, settled, type MountedScreen } from './mountScreen.ts'

const { day, tables, differences, flaw, digest } = sampleDay
const lucia = { clerkId: 'c-1', name: 'Lucía Treviño Garza', roles: ['clerk'] as const, locked: false }
const signature = { number: 1, signedAt: '2026-11-22T00:02:00.000Z', clerkId: 'c-1', clerkName: lucia.name, digest: 'a'.repeat(64), intact: true }
const signedDay = { ...sampleDay, signed: { day, tables, differences, flaw }, signatures: [signature] }

const dialog = (): HTMLDialogElement | null => document.querySelector('dialog')
const inDialog = (name: string): HTMLButtonElement => {
  const found = [...(dialog()?.querySelectorAll('button') ?? [])].find((button) => button.textContent.trim() === name)
  if (!found) throw new Error(`No button ${name} in: ${dialog()?.textContent ?? 'no dialog'}`)
  return found
}
const sent = ({ kiosk }: MountedScreen) => kiosk.called.filter(({ channel }) => channel === 'dayEnd.sign').map(({ request }) => request)

/** Today as Lucía sees it, who has just touched *Firmar y cerrar el día*. */
async function asked(overrides: Overrides = {}): Promise<MountedScreen> {
  const screen = await mountScreen(StaffDayEndView, {
    overrides: { 'dayEnd.sign': signedDay, ...overrides },
    path: '/personal/cierre',
    visitor: true,
  })
  useClerk().here = { ...lucia, roles: [...lucia.roles] }
  screen.button('Firmar y cerrar el día').click()
  await settled()
  return screen
}

afterEach(() => document.body.replaceChildren())

describe('¿Firmar el cierre?', () => {
  it('says whose signature stays under which day, and signs nothing by itself', async () => {
    const screen = await asked()
    expect(dialog()?.querySelector('h2')?.textContent).toBe('¿Firmar el cierre?')
    const words = [...(dialog()?.querySelectorAll('p') ?? [])].map(({ textContent }) => textContent)
    expect(words).toEqual([
      'El cierre del 21 de noviembre de 2026 queda firmado por Lucía Treviño Garza.',
      'Una firma no se borra; si después hay más, se firma otra vez.',
    ])
    expect([...(dialog()?.querySelectorAll('button') ?? [])].map(({ textContent }) => textContent.trim())).toEqual(['No firmar', 'Firmar'])
    expect(sent(screen)).toEqual([])
  })

  it('signs what is on the screen, once for two touches', async () => {
    const screen = await asked()
    const yes = inDialog('Firmar')
    yes.click()
    yes.click()
    await settled()
    yes.click()
    await settled()
    expect(sent(screen)).toEqual([{ day, digest }])
    expect(dialog()).toBeNull()
    expect(screen.words()).toContain('Firma 1: Lucía Treviño Garza')
  })

  it.each([
    ['No firmar', () => inDialog('No firmar').click()],
    ['Escape', () => dialog()?.dispatchEvent(new Event('close'))],
  ])('signs nothing by %s, and the day can be signed afterwards', async (_name, refuse) => {
    const screen = await asked()
    refuse()
    await settled()
    expect(dialog()).toBeNull()
    expect(sent(screen)).toEqual([])
    screen.button('Firmar y cerrar el día').click()
    await settled()
    inDialog('Firmar').click()
    await settled()
    expect(sent(screen)).toEqual([{ day, digest }])
  })

  const yesterday = { ...sampleDay, day: '2026-11-20' }
  it.each<[string, (screen: MountedScreen) => unknown]>([
    ['the day', ({ kiosk }) => kiosk.answer('dayEnd.show', yesterday)],
    ['what is counted of it', ({ kiosk }) => kiosk.answer('dayEnd.show', { ...sampleDay, digest: 'b'.repeat(64) })],
    ['the clerk', () => (useClerk().here = { ...lucia, clerkId: 'c-2', roles: ['supervisor'] })],
    ['the lock', () => (useClerk().here = { ...lucia, roles: ['clerk'], locked: true })],
  ])('goes for good when %s changes', async (_what, change) => {
    const screen = await asked()
    expect(dialog()).not.toBeNull()
    change(screen)
    await useDayEnd().show(null)
    await settled()
    expect(dialog()).toBeNull()
    useClerk().here = { ...lucia, roles: ['clerk'] }
    screen.kiosk.answer('dayEnd.show', sampleDay)
    await useDayEnd().show(null)
    await settled()
    expect(dialog()).toBeNull()
    expect(sent(screen)).toEqual([])
  })

  it('where something else is counted by then, that is shown and nothing signed', async () => {
    let filed = 5
    const screen = await asked({
      'dayEnd.show': () => success({ ...sampleDay, tables: { ...tables, total: { ...tables.total, filed } } }),
      'dayEnd.sign': failure({ code: 'day-changed' }),
    })
    filed = 6
    inDialog('Firmar').click()
    await settled()
    expect(dialog()).toBeNull()
    expect(screen.words()).toContain('No se firmó nada.')
    expect(screen.screen.get('dl > div').text()).toContain('6')
  })
})
