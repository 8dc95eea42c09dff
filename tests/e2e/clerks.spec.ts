import { clerks } from '../../electron/sandbox/data/clerks.ts'
import { expect, test } from './fixtures.ts'
import { expectSoundAtEverySize } from './pages/checks.ts'
import { counter } from './pages/counterPage.ts'
import { expectNothingKept } from './pages/kept.ts'
import { sampleStaff, staff } from './pages/staff.ts'
import { withUtility } from './withUtility.ts'

const { lucia, ramiro } = sampleStaff
const WRONG = '918273'
/** Faster, it is a scanner. */
const AS_A_PERSON = { delay: 150 }

test('a clerk signs in, locks, comes back to where they were, and leaves, by keys alone', { tag: '@browser' }, async () => {
  await withUtility(
    async ({ page, kiosk }) => {
      const { heading } = counter(page)
      const { pin, name } = staff(page)
      const press = (...keys: string[]): Promise<void> => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
      const tabTo = async (control: string): Promise<void> => {
        for (let step = 0; step < 40; step += 1) {
          await press('Tab')
          if ((await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')).startsWith(control)) return
        }
        throw new Error(`no way to ${control}`)
      }
      await expect(counter(page).online).toBeVisible()
      await expect(heading('Personal')).toBeVisible()
      await expect(name).toBeFocused()
      await expect(page.getByRole('option', { includeHidden: true })).toHaveCount(3)
      await press('ArrowDown')
      await expect(name).toHaveAttribute('aria-expanded', 'true')
      await press('L', 'Enter')
      await expect(pin).toBeFocused()
      await page.keyboard.type(WRONG, AS_A_PERSON)
      await press('Enter')
      await expect(page.getByRole('alert')).toContainText('Ese PIN no es de quien eligió')
      await expect(pin).toBeFocused()
      await expect(pin).toHaveValue('')
      await page.keyboard.type(lucia.pin, AS_A_PERSON)
      await press('Enter')
      await expect(page.getByText(`${lucia.name} · Atención a clientes`)).toBeVisible()
      await tabTo('Estado del equipo')
      await press('Enter')
      await expect(page.getByRole('heading', { name: 'Todo en orden' })).toBeVisible()
      await tabTo('Volver')
      await press('Enter')
      await expect(page.getByText(`${lucia.name} · Atención a clientes`)).toBeVisible()
      await tabTo('Bloquear')
      await press('Enter')
      await expect(heading('Pantalla bloqueada')).toBeVisible()
      await expect(page.getByText('Atención a clientes')).toBeHidden()
      await expect(pin).toBeFocused()
      await page.keyboard.type(lucia.pin, AS_A_PERSON)
      await press('Enter')
      await expect(page.getByRole('button', { name: 'Bloquear' })).toBeFocused()
      await tabTo('Salir')
      await press('Enter')
      await expect(name).toBeFocused()
      await expect(name).toHaveText('Elija su nombre')
      expect(await page.content()).not.toContain(lucia.pin)
      // Their names and hashes are the feed's, and on its disk.
      expectNothingKept(kiosk, [lucia.pin, WRONG], [lucia.name])
    },
    undefined,
    [],
    {},
    { mode: 'counter' },
  )
})

test(
  'S15 wrong PINs keep their clerk waiting, and neither the supervisor nor anybody else; a clerk who is removed is out at once',
  { tag: '@browser' },
  async () => {
    await withUtility(async ({ page, sandbox }) => {
      const { heading, button, online } = counter(page)
      const { open, enter, home, lock, pin } = staff(page)
      await expect(online).toBeVisible()
      await open()
      for (let miss = 0; miss < 3; miss += 1) {
        await enter(lucia, WRONG)
        await expect(pin).toHaveValue('')
        await expect(button(/^Entrar$/)).toBeEnabled()
      }
      await enter(lucia, WRONG)
      await expect(page.getByRole('alert')).toContainText('Podrá intentarlo de nuevo en')
      await expectSoundAtEverySize(page)
      await enter(ramiro)
      await expect(home).toBeVisible()
      await expectSoundAtEverySize(page)
      await lock()
      await expectSoundAtEverySize(page)
      await enter(lucia)
      await expect(page.getByText(`${lucia.name} · Atención a clientes`)).toBeVisible()
      await expect(page.getByText(ramiro.name)).toHaveCount(0)

      const [first] = clerks
      if (first) sandbox.upsert('clerk', { ...first, active: false })
      await expect(heading('Bienvenido')).toBeVisible()
      await expect(page.getByText(lucia.name)).toHaveCount(0)
      await open()
      await staff(page).name.click()
      await expect(page.getByRole('option')).toHaveText(['Íñigo Peña Saldívar', ramiro.name])
    })
  },
)
