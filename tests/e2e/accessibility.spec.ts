import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { counter, monterrey } from './pages/counter.ts'

const sizes = [
  { width: 1080, height: 1920 },
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
]

async function expectNoViolation(page: Page): Promise<void> {
  // A dialog that fades in has no contrast yet, and it may begin to only in the next frame.
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    for (let still = 0; still < 3; still = document.getAnimations().length === 0 ? still + 1 : 0) {
      await Promise.allSettled(document.getAnimations().map((animation) => animation.finished))
      await frame()
    }
  })
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
}

/** Nothing is cut off at the sides, and what a person touches is large enough. */
async function expectToFit(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, a[href], [role=option], input')]
      .filter((control) => control.checkVisibility())
      .map((control) => ({ name: control.textContent?.trim() ?? '', box: control.getBoundingClientRect() }))
      .filter(({ box }) => box.height < 56 || box.width < 48)
      .map(({ name, box }) => `${name} ${Math.round(box.width)}×${Math.round(box.height)}`),
  )
  expect(small).toEqual([])
}

for (const size of sizes) {
  test(`axe finds nothing on any screen at ${size.width} × ${size.height}`, async ({ page }) => {
    test.setTimeout(120_000)
    await page.setViewportSize(size)
    const person = counter(page)
    const check = async (): Promise<void> => {
      await expectNoViolation(page)
      await expectToFit(page)
    }
    const dialog = async (opener: RegExp): Promise<void> => {
      await person.button(opener).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await check()
      await page.getByRole('dialog').getByRole('button', { name: /^(Cerrar|Listo)/ }).first().click()
      await expect(page.getByRole('dialog')).toBeHidden()
    }

    await expect(person.heading('Bienvenido')).toBeVisible()
    await check()
    await dialog(/^Emergencias/)
    await dialog(/^Aviso de privacidad/)
    await dialog(/^Accesibilidad/)

    await person.openLookup()
    await check()
    await dialog(/^¿Dónde encuentro estos datos\?/)
    await person.type({ account: '4', invoice: '¿?' })
    await person.button(/^Consultar/).click()
    await expect(person.invoice).toHaveAttribute('aria-invalid', 'true')
    await check()

    await person.chooseZone(monterrey.zone)
    await person.type(monterrey)
    await person.button(/^Consultar/).click()
    await expect(person.heading('Mi cuenta')).toBeVisible()
    await check()

    await page.getByRole('link', { name: /^Mis facturas/ }).or(person.button(/^Mis facturas/)).click()
    await expect(person.heading('Mis facturas')).toBeVisible()
    await check()
    await page.getByRole('link', { name: /^Ver / }).or(person.button(/^Ver /)).first().click()
    await expect(person.heading('Factura')).toBeVisible()
    await check()
    await person.button(/^Imprimir duplicado/).first().click()
    await expect(page.getByText(/^Listo/)).toBeVisible({ timeout: 20_000 })
    await expect(person.heading('Imprimiendo')).toBeVisible()
    await check()
    await person.finish()
  })
}
