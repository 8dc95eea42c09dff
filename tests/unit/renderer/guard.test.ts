import { beforeAll, describe, expect, it } from 'vitest'
import { h, render, withDirectives } from 'vue'
import { installGuard } from '../../../renderer/bridge/guard.ts'
import { vModal } from '../../../renderer/ui/modal.ts'

const isStopped = (event: Event, target: EventTarget = document.body): boolean => !target.dispatchEvent(event)
const press = (key: string, held: KeyboardEventInit = {}, target?: EventTarget): boolean =>
  isStopped(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held }), target)

beforeAll(() => installGuard(window))

describe('guard', () => {
  it.each(['p', 's', 'o', 'n', 'r', 'w', '+', '-', '0'])('S31 Ctrl+%s does nothing', (key) => {
    expect(press(key, { ctrlKey: true })).toBe(true)
    expect(press(key.toUpperCase(), { ctrlKey: true })).toBe(true)
  })

  it.each(['F5', 'F11', 'F12', 'ContextMenu', 'BrowserBack'])('S31 %s does nothing', (key) => {
    expect(press(key)).toBe(true)
  })

  it.each(['ArrowLeft', 'ArrowRight', 'Home', 'F4'])('S31 Alt+%s does nothing', (key) => {
    expect(press(key, { altKey: true })).toBe(true)
  })

  it.each(['contextmenu', 'dragstart', 'dragover', 'drop', 'selectstart'])('S31 %s does nothing', (name) => {
    expect(isStopped(new Event(name, { bubbles: true, cancelable: true }))).toBe(true)
  })

  it('S31 Ctrl and wheel do not zoom, a wheel alone scrolls', () => {
    const wheel = (ctrlKey: boolean): boolean => isStopped(Object.assign(new Event('wheel', { bubbles: true, cancelable: true }), { ctrlKey }))
    expect([wheel(true), wheel(false)]).toEqual([true, false])
  })

  it('S31 the middle and side buttons do nothing, the first one works', () => {
    const down = (button: number): boolean => isStopped(new MouseEvent('mousedown', { button, bubbles: true, cancelable: true }))
    expect([0, 1, 3, 4].map(down)).toEqual([false, true, true, true])
  })

  it('S31 no window opens and nothing is printed by the page', () => {
    expect(window.open('https://example.com')).toBeNull()
    expect(window.print()).toBeUndefined()
  })

  it('the second of two touches at once counts for what the first one found, and for nothing that took its place', () => {
    const pressed: string[] = []
    const button = (name: string): HTMLElement => {
      const element = document.body.appendChild(document.createElement('button'))
      element.addEventListener('click', () => pressed.push(name))
      return element
    }
    const click = (target: HTMLElement, detail: number): boolean => isStopped(new MouseEvent('click', { detail, bubbles: true, cancelable: true }), target)
    const send = button('send')
    expect([click(send, 1), click(send, 2)]).toEqual([false, false])
    send.remove()
    const help = button('help')
    expect([click(help, 3), click(help, 1), click(help, 2)]).toEqual([true, false, false])
    help.inert = true
    const close = button('close')
    expect([click(close, 2), click(close, 1)]).toEqual([true, false])
    expect(pressed).toEqual(['send', 'send', 'help', 'help', 'close'])
  })

  it('of two touches at once neither reaches a dialog that came above the one touched, wherever in the page it stands', () => {
    const pressed: string[] = []
    const places = ['warning', 'help'].map((name) => ({ name, root: document.body.appendChild(document.createElement('div')) }))
    const show = (name: string): HTMLElement => {
      const place = places.find((one) => one.name === name)
      if (!place) throw new Error(name)
      const Dialog = () => withDirectives(h('dialog', [h('button', { onClick: () => pressed.push(name) })]), [[vModal]])
      render(h(Dialog), place.root)
      return place.root.querySelector('button') as HTMLElement
    }
    const click = (target: HTMLElement, detail: number): boolean => isStopped(new MouseEvent('click', { detail, bubbles: true, cancelable: true }), target)
    const help = show('help')
    expect(click(help, 1)).toBe(false)
    const goOn = show('warning')
    expect([click(goOn, 2), click(goOn, 1), click(goOn, 2)]).toEqual([true, false, false])
    for (const { root } of places) render(null, root)
    expect(pressed).toEqual(['help', 'warning', 'warning'])
  })

  it('leaves typing, editing and the clipboard alone', () => {
    const input = document.body.appendChild(document.createElement('input'))
    expect(press('Backspace', {}, input)).toBe(false)
    expect(press('Backspace')).toBe(true)
    expect(press('a', {}, input)).toBe(false)
    for (const key of ['c', 'v', 'x', 'z', 'a']) expect(press(key, { ctrlKey: true }, input)).toBe(false)
    for (const key of ['Enter', 'Tab', 'Escape', 'ArrowLeft']) expect(press(key, {}, input)).toBe(false)
  })
})
