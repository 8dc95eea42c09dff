import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { expectSound, sizes } from './pages/checks.ts'
import { counter, monterrey, nuevoLaredo } from './pages/counterPage.ts'
import { guide } from './pages/guide.ts'
import { paying } from './pages/pay.ts'
import { withUtility } from './withUtility.ts'

/** What a person does with both screens; begins and ends on the first screen. */
async function lookAround(page: Page): Promise<void> {
  const person = counter(page)
  const { search, question, zone, openQuestions, openPlaces } = guide(page)
  await openQuestions()
  await search.fill('REconeccion')
  await expect(page.getByText(/^Encontramos 1 pregunta$/)).toBeVisible()
  await question('¿Cómo pido la reconexión?').click()
  await expect(page.getByText('Un técnico acude')).toBeVisible()
  await expectSound(page)

  await search.fill('bicicleta')
  await expect(page.getByText('Pruebe con otra palabra')).toBeVisible()
  await expectSound(page)
  await person.button('Ver todas las preguntas').click()
  await expect(search).toHaveValue('')
  await expect(question('¿Qué es un duplicado?')).toBeVisible()
  await person.button(/^Inicio/).click()

  await openPlaces()
  await expect(zone).toContainText('Monterrey')
  await expect(page.getByText('Horario no publicado')).toBeVisible()
  await expectSound(page)
  await person.chooseZone('Querétaro')
  await expect(page.getByText('Oficina Calesa')).toBeVisible()
  await expect(page.getByText('Sucursal Centro', { exact: true }).and(page.locator('li *'))).toHaveCount(0)
  await person.button(/^Volver/).click()
  await expect(person.heading('Bienvenido')).toBeVisible()
}

test('questions are found and places to pay are read, online and offline', { tag: '@browser' }, () =>
  withUtility(async ({ page, sandbox }) => {
    await lookAround(page)
    sandbox.faults.set('down')
    await expect(counter(page).offline).toBeVisible()
    await page.setViewportSize(sizes[1]!)
    await lookAround(page)
  }),
)

test('a question is searched for with the keyboard on the screen alone', async ({ page }) => {
  const { search, question, openQuestions } = guide(page)
  await openQuestions()
  for (const name of ['m', 'e', 'd', 'i', 'd', 'p', 'Borrar', 'o', 'r']) {
    await page.getByRole('group', { name: 'Teclado en pantalla' }).getByRole('button', { name, exact: true }).click()
  }
  await expect(search).toHaveValue('medidor')
  await expect(question('¿Cómo leo mi medidor?')).toBeVisible()
  await expect(page.getByRole('listitem').first()).toContainText('¿Cómo leo mi medidor?')
})

test('from Pagar to where to pay, and Volver leads back', async ({ page }) => {
  const person = counter(page)
  await person.identify(monterrey)
  await paying(page).openAll()
  await guide(page).openPlaces()
  await person.button(/^Volver/).click()
  await expect(person.heading('Pagar')).toBeVisible()
})

test('where to pay begins with the zone of the open account', async ({ page }) => {
  const person = counter(page)
  await person.identify(nuevoLaredo)
  await person.button(/^Inicio/).click()
  await guide(page).openPlaces()
  await expect(guide(page).zone).toContainText('Nuevo Laredo')
  await expect(page.getByText('Sucursal Nuevo Laredo')).toBeVisible()
})

test('questions come in the language of the person', async ({ page }) => {
  await guide(page).openQuestions()
  await page.getByRole('button', { name: 'Português' }).click()
  await expect(page.getByRole('button', { name: 'O que é uma leitura estimada?' })).toBeVisible()
  await expect(page.getByRole('button', { name: '¿Qué es un duplicado?' })).toHaveCount(0)
})
