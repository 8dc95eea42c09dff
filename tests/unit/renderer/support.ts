import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import type { Component } from 'vue'
import { connectBridge } from '../../../renderer/bridge/kioskBridge.ts'
import { createEveryLanguage } from './everyLanguage.ts'
import { createScreens } from '../../../renderer/navigation/router.ts'
import { useAssist } from '../../../renderer/stores/assist.ts'
import { useClerk } from '../../../renderer/stores/clerk.ts'
import { useKiosk } from '../../../renderer/stores/kiosk.ts'
import { useSession } from '../../../renderer/stores/session.ts'
import { settled } from './mountScreen.ts'
import { fakeKiosk, type FakeKiosk, type Overrides } from '../../fakes/fakeKiosk.ts'

/** Connects the page to a fake kiosk and gives it fresh stores. */
export async function startPage(overrides: Overrides = {}) {
  const bridge: FakeKiosk = fakeKiosk(overrides)
  connectBridge(bridge)
  const pinia = createPinia()
  setActivePinia(pinia)
  const kiosk = useKiosk()
  const session = useSession()
  const clerk = useClerk()
  const assist = useAssist()
  await kiosk.load()
  return { bridge, pinia, kiosk, session, clerk, assist }
}

/** Mounts a component with everything that the application gives it. */
export async function show(component: Component, options: { overrides?: Overrides; props?: Record<string, unknown> } = {}) {
  const page = await startPage(options.overrides)
  const router = createScreens({
    isAccountOpen: () => page.session.isOpen,
    isStaffOpen: async () => page.clerk.seesEquipment,
    holdsSeveral: () => page.session.contracts > 1,
    isSignedIn: () => false,
    staffComesFirst: () => page.clerk.comesFirst,
    served: () => page.assist.served,
  })
  await router.replace('/')
  const wrapper: VueWrapper = mount(component, {
    attachTo: document.body,
    props: options.props,
    global: { plugins: [page.pinia, createEveryLanguage(), router] },
  })
  await settled()
  return { ...page, router, wrapper }
}
