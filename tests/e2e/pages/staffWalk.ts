import type { Page } from '@playwright/test'
import type { TestPrinter } from '../../fixtures/printing/ippeveprinter.ts'
import { counter } from './counterPage.ts'
import { searchScreens } from './customerSearch.ts'
import { dayEndScreens } from './dayEnd.ts'
import { deskScreens, prepareDesks } from './desks.ts'
import type { Look } from './everyScreen.ts'
import { expect } from './patience.ts'
import { selfTestScreens } from './selfTest.ts'
import { sampleStaff, staff, staffScreens } from './staff.ts'

type Screens = (page: Page, look: Look, printer?: TestPrinter) => Promise<void>

/** From the first screen and back to it, as somebody who serves customers. */
async function asClerk(page: Page, screens: () => Promise<void>): Promise<void> {
  const { open, enter, home } = staff(page)
  await open()
  await enter(sampleStaff.lucia)
  await expect(home).toBeVisible()
  await screens()
  await counter(page).button('Salir').click()
  await expect(counter(page).heading('Bienvenido')).toBeVisible()
}

/** Parts of the walk through *Personal*; each begins and ends on the first screen. */
export const ofStaff: Readonly<Record<string, Screens>> = {
  'sign-in of staff, and the lock': staffScreens,
  'the clerks’ search, and a customer': (page, look) => asClerk(page, () => searchScreens(page, look)),
  // The utility knows *Tema de ayer* from the feed alone (`desks.ts`); without a printer the receipt comes out.
  async 'the desks for what was filed and printed'(page, look, printer) {
    const refused = await prepareDesks(page, printer)
    await asClerk(page, () => deskScreens(page, look, refused))
  },
  'a day’s end': (page, look) => asClerk(page, () => dayEndScreens(page, look)),
  'the self-test': (page, look) => asClerk(page, () => selfTestScreens(page, look)),
}
