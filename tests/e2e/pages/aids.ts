import type { Page } from '@playwright/test'
import type { Aids } from '../../../renderer/stores/aids.ts'
import type { KioskRoot } from './kioskRoot.ts'

/** Chooses for the visitor as their own controls do, which a dialog may cover. */
export const chooseAids = (page: Page, aids: Partial<Aids>): Promise<void> =>
  page.evaluate((aids) => {
    const { session } = document.querySelector<KioskRoot>('#app')!.__vue_app__.config.globalProperties.$pinia.state.value
    Object.assign(session.aids, aids)
  }, aids)
