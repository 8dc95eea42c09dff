import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { connectBridge } from '../../../renderer/bridge/kioskBridge.ts'
import type { UiLocale } from '../../../renderer/i18n/languages.ts'
import { createEveryLanguage } from './everyLanguage.ts'
import { useKiosk } from '../../../renderer/stores/kiosk.ts'
import { forgetComputed } from '../../../renderer/stores/forgetComputed.ts'
import { useSession } from '../../../renderer/stores/session.ts'
import { fakeKiosk, type FakeKiosk, type Overrides } from '../../fakes/fakeKiosk.ts'

export interface MountedScreen {
  screen: VueWrapper
  kiosk: FakeKiosk
  router: Router
  /** The words on screen, with single spaces. */
  words: () => string
  button: (name: string | RegExp) => HTMLButtonElement
  buttons: () => string[]
}

interface ScreenOptions {
  overrides?: Overrides
  props?: Record<string, unknown>
  locale?: UiLocale
  /** Where the person stands, with what the address says. */
  path?: string
  /** Nobody has an account open. */
  visitor?: boolean
}

const nameOf = (button: Element): string => (button.getAttribute('aria-label') ?? button.textContent ?? '').replace(/\s+/gu, ' ').trim()

/** Shows one screen, of an open account unless it is said otherwise, on the fake kiosk, after its first answers have come. */
export async function mountScreen(
  view: Component,
  { overrides = {}, props = {}, locale = 'es-MX', path = '/cuenta', visitor = false }: ScreenOptions = {},
): Promise<MountedScreen> {
  const kiosk = fakeKiosk(overrides)
  connectBridge(kiosk)
  const pinia = createPinia().use(forgetComputed)
  setActivePinia(pinia)
  if (!visitor) Object.assign(useSession(), { account: { accountId: 'a1', invoiceId: 'i1' }, contracts: 1 })
  await useKiosk().load()
  const i18n = createEveryLanguage()
  i18n.global.locale.value = locale
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:all(.*)*', component: { template: '<div />' } }] })
  await router.push(path)
  // Charts draw on a real page only; what they are given is tested by itself.
  const screen = mount(view, {
    props,
    attachTo: document.body,
    global: { plugins: [pinia, i18n, router], stubs: { AmountsChart: true, ConsumptionChart: true } },
  })
  await settled()
  const all = (): HTMLButtonElement[] => screen.findAll('button').map(({ element }) => element)
  return {
    screen,
    kiosk,
    router,
    words: () => screen.text().replace(/\s+/gu, ' '),
    buttons: () => all().map(nameOf),
    button: (name) => {
      const found = all().find((button) => (typeof name === 'string' ? nameOf(button) === name : name.test(nameOf(button))))
      if (!found) throw new Error(`No button ${String(name)} among: ${all().map(nameOf).join(' | ')}`)
      return found
    },
  }
}

/** The window's own, whatever a test puts in their place. */
const { requestAnimationFrame: nextFrame, setTimeout: later } = window

/** Lets every answer of the fake come in and be drawn, and what waits for that frame be done. */
export const settled = (): Promise<void> =>
  new Promise((resolve) => {
    nextFrame(() => later(() => later(resolve)))
  })
