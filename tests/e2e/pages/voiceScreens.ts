import type { Page } from '@playwright/test'
import { chooseAids } from './aids.ts'
import { counter, type Bill } from './counterPage.ts'
import type { Look } from './everyScreen.ts'
import { paying } from './pay.ts'
import { expect } from './patience.ts'

/** The controls of the voice at the foot, where they leave the least room; begins on the first screen, ends on *Pagar*. */
export async function voiceScreens(page: Page, look: Look, bill: Bill): Promise<void> {
  const person = counter(page)
  // Until then it is not known that there is a voice.
  await expect(page.getByRole('region', { name: 'Avisos' })).toBeVisible()
  await page.keyboard.press('F1')
  await expect(page.getByRole('group', { name: 'Voz' })).toBeVisible()
  // The help key asks for all aids; what the letters do is looked at in each size.
  await chooseAids(page, { contrast: 'normal', lower: false })
  await look('Bienvenido, con la voz')
  await person.openLookup()
  await person.account.click()
  await look('Consultar con mi factura, con la voz y el teclado')
  await person.button(/^Inicio/).click()
  await person.identify(bill)
  await look('Mi cuenta, con la voz')
  await paying(page).openAll()
  await look('Pagar, con la voz')
}
