import { afterEach, describe, expect, it } from 'vitest'
import App from '../../../renderer/App.vue'
import { shortcuts } from '../../../renderer/areas/staff/shortcuts.ts'
import { useDialogs } from '../../../renderer/stores/dialogs.ts'
import { hears, type StaffRole } from '../../../shared/contract/audience.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { settled } from './mountScreen.ts'
import { show } from './support.ts'

afterEach(() => document.body.replaceChildren())

async function open(...roles: StaffRole[]) {
  const page = await show(App, { props: { connection: 'connected', back: () => undefined } })
  page.bridge.emit('session.ended', { reason: 'clerkIn', clerk: { clerkId: 'c-1', name: 'Lucía Treviño Garza', roles, locked: false } })
  await eventually(() => expect(document.body.textContent).toContain('Lucía'))
  await settled()
  return page
}
async function press(key: string, { at = document.body, ...more }: KeyboardEventInit & { at?: HTMLElement } = {}): Promise<boolean> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
  at.dispatchEvent(event)
  await settled()
  return event.defaultPrevented
}
const field = (): HTMLInputElement => document.querySelector<HTMLInputElement>('main input')!
const listed = (): string[] => [...document.querySelectorAll('dialog kbd')].map(({ textContent }) => textContent)

describe('the keys of the staff', () => {
  it('are each another', () => {
    expect(new Set(shortcuts.map(({ key }) => key)).size).toBe(shortcuts.length)
  })

  it.each<StaffRole[]>([['clerk'], ['technician'], ['technician', 'supervisor']])('lead to what is %s’s, and to nothing else', async (...roles) => {
    const { router } = await open(...roles)
    for (const { key, does, audience } of shortcuts) {
      if (typeof does === 'string') continue
      await router.replace('/personal')
      expect(await press(key)).toBe(hears(audience, roles))
      await eventually(() => expect(router.currentRoute.value.path).toBe(hears(audience, roles) ? does.to : '/personal'))
    }
  })

  it('are listed for whoever may use them, by a question mark', async () => {
    await open('technician')
    await press('?', { shiftKey: true })
    const own = shortcuts.filter(({ audience }) => hears(audience, ['technician'])).map(({ key }) => key)
    await eventually(() => expect(listed()).toEqual(own))
    expect(listed()).not.toContain('F2')
  })

  it('leave a question mark to what is written, and keys with Ctrl, Alt or Shift to the browser', async () => {
    const { router } = await open('clerk')
    field().value = 'ana'
    expect(await press('?', { at: field() })).toBe(false)
    field().value = ''
    expect(await press('?', { at: field() })).toBe(true)
    useDialogs().shown = null
    for (const with_ of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { shiftKey: true }]) expect(await press('F6', with_)).toBe(false)
    expect(router.currentRoute.value.path).toBe('/personal')
  })

  it('lock, and then do nothing', async () => {
    const { bridge, router } = await open('clerk')
    await press('F4')
    expect(bridge.called.map(({ channel }) => channel)).toContain('clerk.lock')
    bridge.emit('clerk.changed', { clerkId: 'c-1', name: 'Lucía Treviño Garza', roles: ['clerk'], locked: true })
    await settled()
    for (const { key } of shortcuts) expect([key, await press(key)]).toEqual([key, false])
    expect([router.currentRoute.value.path, useDialogs().shown]).toEqual(['/personal', null])
  })

  it('are nobody’s who is not signed in', async () => {
    await show(App, { props: { connection: 'connected', back: () => undefined } })
    for (const { key } of shortcuts) expect([key, await press(key)]).toEqual([key, false])
  })
})
