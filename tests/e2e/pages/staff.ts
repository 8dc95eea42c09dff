import type { Page } from '@playwright/test'
import { clerks, samplePins } from '../../../electron/sandbox/data/clerks.ts'
import { counter } from './counterPage.ts'
import type { Look } from './everyScreen.ts'
import { expect } from './patience.ts'

const [lucia, ramiro, inigo] = clerks.map(({ name }) => name) as [string, string, string]
export const sampleStaff = {
  lucia: { name: lucia, pin: samplePins.clerk },
  ramiro: { name: ramiro, pin: samplePins.supervisor },
  inigo: { name: inigo, pin: samplePins.technician },
} as const
type Member = (typeof sampleStaff)[keyof typeof sampleStaff]

/** *Personal* as those who work at the branch use it. */
export function staff(page: Page) {
  const { button, heading } = counter(page)
  const pin = page.getByLabel('PIN', { exact: true })
  const name = page.getByRole('combobox', { name: 'Nombre' })
  async function enter(member: Member, typed: string = member.pin): Promise<void> {
    if (!(await name.innerText()).includes(member.name)) {
      await name.click()
      await page.getByRole('option', { name: member.name }).click()
    }
    await pin.fill(typed)
    await button('Entrar').click()
  }
  return {
    pin,
    name,
    enter,
    async open(): Promise<void> {
      await page.getByRole('link', { name: /^Personal/ }).click()
      await expect(heading('Personal')).toBeVisible()
    },
    home: page.getByRole('link', { name: /^Estado del equipo/ }),
    async lock(): Promise<void> {
      await button('Bloquear').click()
      await expect(heading('Pantalla bloqueada')).toBeVisible()
    },
  }
}

/** The sign-in with its errors, and the lock; begins and ends on the first screen. */
export async function staffScreens(page: Page, look: Look): Promise<void> {
  const { button, heading, closeDialog } = counter(page)
  const { open, enter, home, lock, name } = staff(page)
  await open()
  // They come with the first load.
  await expect(page.getByText('Todavía no hay nadie en la lista')).toBeHidden()
  await look('Personal')
  await button('Entrar').click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await look('Personal, sin nombre')
  await enter(sampleStaff.lucia, '000000')
  await expect(page.getByText('Ese PIN no es de quien eligió')).toBeVisible()
  await look('Personal, con un PIN equivocado')
  await enter(sampleStaff.lucia)
  await expect(home).toBeVisible()
  await look('Personal de quien entró')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toContainText('F4')
  await look('Teclas')
  await closeDialog()
  await lock()
  await look('Pantalla bloqueada')
  await name.click()
  await page.getByRole('option', { name: sampleStaff.ramiro.name }).click()
  await expect(page.getByText('Entra otra persona')).toBeVisible()
  await look('Pantalla bloqueada, para otra persona')
  await enter(sampleStaff.ramiro)
  await expect(home).toBeVisible()
  await button('Salir').click()
  await expect(heading('Bienvenido')).toBeVisible()
}
