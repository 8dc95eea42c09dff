import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import App from '../../../renderer/App.vue'
import SafeScreen from '../../../renderer/chrome/SafeScreen.vue'
import { watchActivity, whenIdle } from '../../../renderer/bridge/activity.ts'
import { usePreview } from '../../../renderer/stores/preview.ts'
import { success } from '../../../shared/result.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { show } from './support.ts'

const button = (name: string): HTMLButtonElement =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim().startsWith(name)) as HTMLButtonElement
const dialog = (): HTMLDialogElement | null => document.querySelector('dialog')
const open = (overrides = {}) => show(App, { overrides, props: { connection: 'connected', back: () => undefined } })

afterEach(() => {
  vi.useRealTimers()
  document.body.replaceChildren()
  document.documentElement.className = ''
})

describe('the application', () => {
  it('greets, says whose counter it is and that its data are a sample', async () => {
    await open()
    await flushPromises()
    expect(document.querySelector('h1')?.textContent).toContain('Bienvenido')
    expect(document.body.textContent).toContain('Gas del Norte')
    expect(document.body.textContent).toContain('Datos de ejemplo')
    expect(document.title).toContain('Gas del Norte')
  })

  it('shows every notice in full a touch away, and no card at all without notices', async () => {
    const notice = (id: string) => ({ id, title: `Aviso ${id}`, body: 'Habrá trabajos en la red.', validTo: null })
    const { bridge, kiosk } = await open({ 'kiosk.notices': { notices: ['1', '2', '3'].map(notice) } })
    await flushPromises()
    expect(document.body.textContent).not.toContain('Aviso 3')
    button('Ver 2 avisos más').click()
    await eventually(() => expect(dialog()?.textContent).toContain('Aviso 3'))
    bridge.answer('kiosk.notices', { notices: [] })
    await kiosk.loadNotices()
    await flushPromises()
    expect(document.querySelector('.notices')).toBeNull()
  })

  it('makes the screen behind a dialog inert, and gives the focus back', async () => {
    await open()
    button('Emergencias').focus()
    button('Emergencias').click()
    await eventually(() => expect(dialog()?.textContent).toContain('81 8111 2233'))
    expect(dialog()?.open).toBe(true)
    button('Cerrar').click()
    await eventually(() => expect(dialog()).toBeNull())
    expect(document.activeElement).toBe(button('Emergencias'))
  })

  it('S04 shows the privacy notice as text, whatever stands in it', async () => {
    const body = '# Título\n\nEs <img src=x onerror=alert(1)> **importante** [sitio](javascript:alert(1))\n\n<script>alert(1)</script>\n\n- uno'
    await open({ 'kiosk.privacyNotice': { id: 'p', version: '1', title: 'Aviso', summary: null, body } })
    button('Aviso de privacidad').click()
    await eventually(() => expect(dialog()?.querySelector('strong')?.textContent).toBe('importante'))
    expect(dialog()?.querySelector('li')?.textContent).toContain('uno')
    expect(dialog()?.querySelectorAll('img, a, script')).toHaveLength(0)
  })

  it('shows no privacy notice of the account before while that of the next is fetched', async () => {
    const { bridge, session } = await open()
    session.open({ accountId: 'a1', invoiceId: 'i1' }, 'mty')
    button('Aviso de privacidad').click()
    await eventually(() => expect(dialog()?.textContent).toContain('Gas del Norte'))
    button('Cerrar').click()
    await eventually(() => expect(dialog()).toBeNull())
    session.open({ accountId: 'a2', invoiceId: null }, 'qro')
    bridge.answer('kiosk.privacyNotice', () => new Promise(() => undefined))
    button('Aviso de privacidad').click()
    await eventually(() => expect(dialog()).not.toBeNull())
    expect(dialog()?.textContent).not.toContain('Gas del Norte')
  })

  it('names the company that serves the open account, and with the visitor gone the branch’s again', async () => {
    const { bridge, session } = await open()
    const brand = (): string | undefined => document.querySelector('.bar .brand b')?.textContent
    expect(brand()).toBe('Gas del Norte')
    Object.assign(session, { account: { accountId: 'a1', invoiceId: 'i1' }, zoneId: 'qro' })
    await eventually(() => expect(brand()).toBe('Aguas de Querétaro'))
    bridge.emit('session.ended', { reason: 'idle' })
    await eventually(() => expect(brand()).toBe('Gas del Norte'))
  })

  it('S13 forgets language, aids, account and dialogs with the visitor', async () => {
    const { bridge, session, router } = await open()
    session.account = { accountId: 'a1', invoiceId: 'i1' }
    Object.assign(session.aids, { letters: 'largest', contrast: 'dark', lower: true, slower: true })
    button('English').click()
    await router.replace('/cuenta')
    expect(document.documentElement.className).toBe('contrast dark lower still larger largest')
    button('Emergencies').click()
    await eventually(() => expect(dialog()).not.toBeNull())
    expect(document.documentElement.lang).toBe('en')
    bridge.emit('session.ended', { reason: 'idle' })
    await eventually(() => expect(router.currentRoute.value.path).toBe('/'))
    await flushPromises()
    expect([session.account, session.aids.letters, document.documentElement.lang, dialog()]).toEqual([null, 'normal', 'es-MX', null])
    expect([session.aids.slower, document.documentElement.className]).toEqual([false, ''])
  })

  it('S13 draws the first screen once after Terminar, and the screen that was left not once more', async () => {
    const { bridge, session, router } = await open()
    const drawn = vi.fn()
    router.addRoute({ path: '/cuenta/prueba', component: { setup: () => (drawn(), () => null) } })
    await router.replace('/cuenta/prueba')
    await eventually(() => expect(drawn).toHaveBeenCalledOnce())
    bridge.answer('session.end', () => {
      bridge.emit('session.ended', { reason: 'finished' })
      return success({})
    })
    const { visitor } = session
    button('Terminar').click()
    await eventually(() => expect(document.querySelector('h1')?.textContent).toContain('Bienvenido'))
    await flushPromises()
    expect(session.visitor).toBe(visitor + 1)
    expect(drawn).toHaveBeenCalledOnce()
  })

  it('has no dialog for documents until one is looked at, and none for the next visitor', async () => {
    const { bridge, session, wrapper } = await open()
    const dialogs = (): number => wrapper.findAllComponents({ name: 'PreviewDialog' }).length
    expect(dialogs()).toBe(0)
    bridge.fail('preview.open', { code: 'document-failed' })
    await usePreview().open({ document: { kind: 'duplicate', invoiceId: 'i1' }, name: 'DE 4043 2503' })
    await eventually(() => expect(dialog()?.textContent).toContain('DE 4043 2503'))
    session.forget()
    await eventually(() => expect(dialogs()).toBe(0))
  })

  it('counts the last seconds down; Continuar goes on, and nothing of the visitor is lost', async () => {
    const { bridge, session } = await open()
    session.account = { accountId: 'a1', invoiceId: 'i1' }
    bridge.emit('session.warning', { secondsLeft: 30 })
    await eventually(() => expect(dialog()?.textContent).toContain('30 segundos'))
    button('Continuar').click()
    await eventually(() => expect(dialog()).toBeNull())
    expect(bridge.called.at(-1)).toEqual({ channel: 'session.activity', request: { mode: 'reading', accessible: false } })
    expect(session.isOpen).toBe(true)
  })

  it('shows a warning again that a browser has closed by Escape, and takes Escape for Cerrar elsewhere', async () => {
    const { bridge, session } = await open()
    session.account = { accountId: 'a1', invoiceId: 'i1' }
    bridge.emit('session.warning', { secondsLeft: 30 })
    await eventually(() => expect(dialog()?.open).toBe(true))
    dialog()?.close()
    expect(dialog()?.open).toBe(true)
    button('Continuar').click()
    await eventually(() => expect(dialog()).toBeNull())
    button('Emergencias').click()
    await eventually(() => expect(dialog()?.open).toBe(true))
    dialog()?.close()
    await eventually(() => expect(dialog()).toBeNull())
  })

  it('a touch that began in a dialog and ends beside it does not close it, and one beside it does', async () => {
    await open()
    button('Emergencias').click()
    await eventually(() => expect(dialog()?.open).toBe(true))
    expect(dialog()?.querySelector('.shield')).not.toBeNull()
    dialog()
      ?.querySelector('h2')
      ?.dispatchEvent(new Event('pointerdown', { bubbles: true }))
    dialog()?.click()
    await flushPromises()
    expect(dialog()?.open).toBe(true)
    dialog()?.dispatchEvent(new Event('pointerdown', { bubbles: true }))
    dialog()?.click()
    await eventually(() => expect(dialog()).toBeNull())
  })

  it('withdraws the warning when paper moves again', async () => {
    const { bridge } = await open()
    bridge.emit('session.warning', { secondsLeft: 30 })
    await eventually(() => expect(dialog()?.open).toBe(true))
    bridge.emit('session.continued', {})
    await eventually(() => expect(dialog()).toBeNull())
  })

  it('tells the person when the program behind it is away, and forgets them', async () => {
    const { wrapper, session } = await open()
    session.account = { accountId: 'a1', invoiceId: 'i1' }
    await wrapper.setProps({ connection: 'lost' })
    expect(dialog()?.textContent).toContain('perdió el contacto')
    expect(session.isOpen).toBe(false)
    await wrapper.setProps({ connection: 'connected' })
    expect(dialog()).toBeNull()
  })

  it('says that it is not set up', async () => {
    const { bridge, kiosk } = await open()
    const description = kiosk.description
    if (!description) throw new Error('the kiosk was not described')
    bridge.emit('kiosk.described', { ...description, configured: false })
    await flushPromises()
    expect(document.querySelector('h1')?.textContent).toContain('aún no está lista')
  })

  it('S34 after a bug it forgets the visitor, shows the number of the incident, and tells nothing that was typed', async () => {
    const { bridge, session, router } = await open()
    session.account = { accountId: 'a1', invoiceId: 'i1' }
    const broken = {
      setup() {
        throw new Error('40989917 was typed')
      },
    }
    router.addRoute({ path: '/roto', component: broken })
    await router.replace('/roto')
    await eventually(() => expect(document.querySelector('h1')?.textContent).toContain('Algo salió mal'))
    await eventually(() => expect(document.body.textContent).toContain('abc123'))
    expect(session.isOpen).toBe(false)
    const report = bridge.called.find(({ channel }) => channel === 'kiosk.reportBug')
    expect(report?.request).toMatchObject({ name: 'Error' })
    expect(JSON.stringify(report)).not.toContain('40989917')
    button('Empezar de nuevo').click()
    await eventually(() => expect(document.querySelector('h1')?.textContent).toContain('Bienvenido'))
  })

  it('S34 after a bug that nobody saw it begins anew by itself, once its number could be written down', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { wrapper } = await show(SafeScreen, { props: { incident: 'abc123' } })
    vi.advanceTimersByTime(119_999)
    expect(wrapper.emitted('again')).toBeUndefined()
    vi.advanceTimersByTime(1)
    expect(wrapper.emitted('again')).toHaveLength(1)
  })

  it('tells activity at most once a second', () => {
    let now = 0
    const touched = vi.fn()
    watchActivity(document, () => now, touched)
    const touch = (): boolean => document.dispatchEvent(new Event('pointerdown'))
    touch()
    now = 900
    touch()
    now = 1000
    touch()
    expect(touched).toHaveBeenCalledTimes(2)
  })

  it('tells it when nothing else is to be done, and nothing of the touch that ended the visit', () => {
    let visit = 1
    const tasks: IdleRequestCallback[] = []
    const told = vi.fn()
    const tell = whenIdle({ requestIdleCallback: (task) => tasks.push(task) }, () => visit, told)
    const idle = (): void => tasks.splice(0).forEach((task) => task({ didTimeout: false, timeRemaining: () => 1 }))
    tell()
    expect(told).not.toHaveBeenCalled()
    idle()
    expect(told).toHaveBeenCalledOnce()
    tell()
    visit += 1
    idle()
    expect(told).toHaveBeenCalledOnce()
  })
})
