import { expect, test } from './fixtures.ts'
import { chooseAids } from './pages/aids.ts'
import { expectSoundAtEverySize, expectToFit, sizes, toStandStill } from './pages/checks.ts'
import { counter, monterrey } from './pages/counterPage.ts'
import { requests } from './pages/requests.ts'
import { withUtility } from './withUtility.ts'

test('Modo accesible is two touches away from any screen, changes everything at once, and is gone with the visitor', async ({ page }) => {
  const person = counter(page)
  const mode = page.getByRole('switch', { name: /^Modo accesible/ })
  const look = () =>
    page.evaluate(() => {
      const { fontSize, backgroundColor, color } = getComputedStyle(document.body)
      const moves = [...document.querySelectorAll('*')].filter((part) => getComputedStyle(part).transitionDuration !== '0s')
      return { letters: Number.parseFloat(fontSize), colours: [backgroundColor, color], classes: [...document.documentElement.classList], moving: moves.length }
    })
  await expect(page.getByRole('button', { name: /^Leer más|^Ver \d+ avisos?/ })).toBeVisible()
  const usual = await look()
  expect(usual.moving).toBeGreaterThan(0)
  for (const open of [() => expect(person.heading('Bienvenido')).toBeVisible(), () => person.openLookup()]) {
    await open()
    await person.button(/^Accesibilidad/).click()
    await mode.click()
    await person.closeDialog()
    expect(await look()).toMatchObject({ letters: 2 * usual.letters, colours: ['rgb(255, 255, 255)', 'rgb(0, 0, 0)'], moving: 0 })
    await expectToFit(page)
    await person.button(/^Accesibilidad/).click()
    await mode.click()
    await person.closeDialog()
    expect(await look()).toMatchObject({ letters: usual.letters, colours: usual.colours })
  }
  await person.button(/^Accesibilidad/).click()
  await mode.click()
  await person.closeDialog()
  await person.finish()
  const { letters, colours, classes } = usual
  await expect.poll(look).toMatchObject({ letters, colours, classes })
})

test('in Modo accesible a form names the privacy notice whole, with the way to it, whose first words are the summary', async ({ page }) => {
  const person = counter(page)
  await person.identify(monterrey)
  await requests(page).open()
  await page.getByRole('link', { name: 'Nueva pregunta' }).or(person.button('Nueva pregunta')).click()
  await chooseAids(page, { letters: 'double', contrast: 'light', lower: true, slower: true })
  const name = page.getByRole('main').getByText('Aviso de privacidad', { exact: true })
  const read = person.button('Leer el aviso completo')
  for (const size of sizes) {
    await page.setViewportSize(size)
    await toStandStill(page)
    for (const part of [name, read]) await expect(part).toBeInViewport({ ratio: 1 })
  }
  await read.click()
  await expect(page.getByRole('dialog')).toContainText('usa los datos que usted escribe aquí')
})

test('axe finds nothing on the screens that stand by, nor on the page for staff', { tag: '@browser' }, async () => {
  await withUtility(
    async ({ page, sandbox }) => {
      const person = counter(page)
      await expect(page.getByText('espera su primera conexión')).toBeVisible()
      await expectSoundAtEverySize(page)
      sandbox.direct('outOfService')
      sandbox.append({ entity: 'invoice', op: 'upsert', id: 'factura-rota', rev: 999, data: {} })
      sandbox.faults.set(null)
      await expect(person.heading('Kiosco fuera de servicio')).toBeVisible()
      await expectSoundAtEverySize(page)
      await page.getByRole('link', { name: /^Personal/ }).click()
      await expect(page.getByRole('row').filter({ hasText: 'factura-rota' })).toBeVisible()
      await expectSoundAtEverySize(page)
    },
    (sandbox) => sandbox.faults.set('down'),
    ['--diagnostics'],
  )
})
