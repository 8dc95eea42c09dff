import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import App from '../../../renderer/App.vue'
import { createTypedText } from '../../../renderer/areas/speech/typedText.ts'
import { useSpeech } from '../../../renderer/stores/speech.ts'
import { sampleAnswers, sampleDescription } from '../../fakes/kioskSamples.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { show } from './support.ts'

beforeEach(() => {
  HTMLElement.prototype.checkVisibility ??= () => true
})
afterEach(() => {
  document.body.replaceChildren()
  document.documentElement.className = ''
})

async function open(speech = true) {
  const page = await show(App, { props: { connection: 'connected', back: () => undefined }, overrides: { 'kiosk.describe': { ...sampleDescription, speech } } })
  const said = (): string =>
    page.bridge.called
      .filter(({ channel }) => channel === 'speech.say')
      .map(({ request }) => (request as { text: string }).text)
      .join(' ')
  return { ...page, speech: useSpeech(), said }
}
const press = (key: string, init: KeyboardEventInit = {}): boolean =>
  window.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true, ...init }))
const bar = (): Element | null => document.querySelector('[data-speech-bar]')

describe('spoken guidance', () => {
  it('begins with the help key, gives more time, and says where one is', async () => {
    const { said, session } = await open()
    expect(bar()).toBeNull()
    press('F16')
    await eventually(() => expect(said()).toContain('Bienvenido'))
    expect(said()).toContain('Le leeremos la pantalla')
    expect(session.aids.slower).toBe(true)
    expect(session.isAccessible).toBe(true)
    expect(bar()).not.toBeNull()
  })

  it('says nothing at all before somebody has asked for it', async () => {
    const { said } = await open()
    press('F13')
    press('F14')
    await eventually(() => expect(document.activeElement?.tagName).not.toBe('BODY'))
    expect(said()).toBe('')
  })

  it('begins with headphones that are plugged in, not with those that are there when the page comes', async () => {
    const { speech, bridge } = await open()
    const status = (headphones: boolean) => ({ ...sampleAnswers['kiosk.status'], headphones })
    bridge.emit('kiosk.status', status(true))
    await eventually(() => expect(speech.isOn).toBe(true))
    bridge.emit('kiosk.status', status(false))
    await eventually(() => expect(speech.isOn).toBe(false))
  })

  it('S13 is off again for the next visitor, and its speed and volume are as usual', async () => {
    const { speech, session } = await open()
    speech.begin()
    speech.faster(1)
    speech.louder(1)
    session.forget()
    expect([speech.isOn, speech.speed, speech.volume]).toEqual([false, 180, 1])
  })

  it('tells once on the screen that the voice fails, with what to do', async () => {
    const { bridge } = await open()
    bridge.fail('speech.say', { code: 'voice-unavailable' })
    press('F1')
    await eventually(() => expect(bar()?.querySelector('[role=alert]')?.textContent).toContain('La voz no funciona ahora'))
    expect(bar()?.textContent).toContain('pedir ayuda en el mostrador')
  })

  it('is not offered where the kiosk has no voice: the help key opens what else helps', async () => {
    const { speech } = await open(false)
    press('F16')
    await eventually(() => expect(document.querySelector('dialog')?.textContent).toContain('Accesibilidad'))
    expect(speech.isOn).toBe(false)
    expect(document.querySelector('dialog')?.textContent).not.toContain('Escuchar la pantalla')
  })

  it('takes Tab for the key that goes on once it is in use, and not before', async () => {
    await open()
    expect(press('Tab')).toBe(true)
    press('F1')
    expect(press('Tab')).toBe(false)
    expect(press('Tab', { shiftKey: true })).toBe(false)
  })
})

describe('what is typed', () => {
  const words = (key: string, values?: Record<string, unknown>): string => (values ? `${key} ${Object.values(values).join()}` : key)
  function field(type: string) {
    const input = Object.assign(document.createElement('input'), { type })
    const typing = createTypedText(words)
    typing.noteFocus(input)
    return (value: string): string => {
      input.value = value
      return typing.change(input)
    }
  }

  it('is said sign by sign, also what is erased, with the names of signs', () => {
    const change = field('text')
    expect([change('4'), change('4-'), change('4-7'), change('4-'), change('')]).toEqual([
      '4',
      'keyboard.signs.hyphen',
      '7',
      'speech.erased 7',
      'speech.erased 4 keyboard.signs.hyphen',
    ])
  })

  it('is never said of a field that hides it', () => {
    const change = field('password')
    expect([change('s'), change('se'), change('s')]).toEqual(['speech.character', 'speech.character', 'speech.erased speech.character'])
  })
})
