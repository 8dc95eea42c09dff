import { readdirSync } from 'node:fs'
import { expect, openKiosk, test } from './fixtures.ts'
import { expectToFit, sizes } from './pages/checks.ts'
import { counter, monterrey, nuevoLaredo } from './pages/counterPage.ts'
import { requests } from './pages/requests.ts'

test.use({ newTab: true })

/** Everything that a page can keep. */
async function kept() {
  const plain = (_key: string, value: unknown): unknown => (value instanceof Map || value instanceof Set ? [...value] : value)
  const app = document.querySelector('#app') as unknown as { __vue_app__: { config: { globalProperties: { $pinia: { state: { value: object } } } } } }
  return {
    stores: JSON.stringify(app.__vue_app__.config.globalProperties.$pinia.state.value, plain),
    storage: [...Object.entries(localStorage), ...Object.entries(sessionStorage)].join(),
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookies: document.cookie,
    address: [location.href, window.name, JSON.stringify(history.state)].join(),
    page: document.documentElement.outerHTML,
    fields: [...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value).join(''),
  }
}

/** Account, invoice, amount in both ways of writing, and what is typed below. */
const PERSONAL = /40989917|DE ?4043|1,284|128450|Ibargüengoitia/u

/** Where the kiosk keeps what it must, and what somebody saved on purpose; its database takes and gives up files of its own. */
const KEEPS = /^(?:ventanilla\.db|outbox-journal|recovery|backups|originals|guardados|chromium|electron)/u
const otherFiles = (dataDir: string): string[] => readdirSync(dataDir, { recursive: true, encoding: 'utf8' }).filter((name) => !KEEPS.test(name))

test('S13 the next visitor finds nothing of the one before: not on going back, not in the page, its stores, storage or fields, nor in a file', async ({
  page,
  kiosk,
}) => {
  const person = counter(page)
  const files = otherFiles(kiosk.dataDir)
  await person.enlargeLetters()
  await person.identify(monterrey)
  await person
    .button(/^Imprimir duplicado/)
    .first()
    .click()
  await expect(page.getByText(/^Listo/)).toBeVisible()
  await person.button(/^Ir a mi cuenta/).click()
  await person.openInvoices()
  await person.button(`Ver ${monterrey.invoice}`).click()
  await expect(page.getByRole('img', { name: /hoja 1 de/ })).toBeVisible()
  await person.closeDialog()
  await person.button(/^Volver/).click()
  await requests(page).open()
  await person.button('Nueva pregunta').click()
  await page.getByRole('textbox', { name: /^Descripción/ }).fill('Me llamo Ibargüengoitia')
  expect(JSON.stringify((await page.evaluate(kept)).stores)).toMatch(PERSONAL)

  await person.button(/^Terminar/).click()
  await expect(page.getByRole('dialog', { name: '¿Retiró sus hojas?' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: /^Descripción/ })).toBeHidden()
  for (const size of sizes) {
    await page.setViewportSize(size)
    await expectToFit(page)
  }
  await person.button('Sí, terminar').click()
  await expect(person.heading('Bienvenido')).toBeVisible()

  // As it stands there for the next one, and after the browser has been led back.
  expect(JSON.stringify(await page.evaluate(kept))).not.toMatch(PERSONAL)
  await person.goBackAndForth()
  const left = await page.evaluate(kept)
  expect(JSON.stringify(left)).not.toMatch(PERSONAL)
  expect([left.databases, left.caches, left.workers, left.cookies]).toEqual([[], [], 0, ''])
  // When the page was left, the router noted where it was scrolled: nowhere.
  expect(['', 'vue-router:scroll,{}']).toContain(left.storage)
  expect(otherFiles(kiosk.dataDir)).toEqual(files)

  await page.goto(`${new URL(page.url()).origin}/#/cuenta`)
  await expect(person.heading('Bienvenido')).toBeVisible()
  await person.openLookup()
  await expect(person.account).toHaveValue('')
  await expect(person.invoice).toHaveValue('')
})

test('S13 a second visitor in a row sees only their own account', async ({ page }) => {
  const person = counter(page)
  await person.identify(monterrey)
  await person.finish()
  await person.identify(nuevoLaredo)
  await expect(page.getByText('8295249').first()).toBeVisible()
  expect(await page.locator('body').innerText()).not.toContain('40989917')
})

test('S13 a fresh load is a new visitor', async ({ page, kiosk }) => {
  const person = counter(page)
  await person.identify(monterrey)
  await page.goto(kiosk.url)
  await expect(person.heading('Bienvenido')).toBeVisible()
  await page.goto(`${new URL(page.url()).origin}/#/cuenta/facturas`)
  await expect(person.heading('Bienvenido')).toBeVisible()
})

test('language, letters and contrast of a visitor are gone with them', async ({ page }) => {
  const look = () => page.evaluate(() => [document.documentElement.lang, ...[...document.documentElement.classList].sort()])
  const usual = await look()
  await counter(page).enlargeLetters()
  await counter(page)
    .button(/^Accesibilidad/)
    .click()
  await page.getByRole('radio', { name: 'Alto contraste oscuro' }).click()
  await counter(page).closeDialog()
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Welcome')
  expect(await look()).toEqual(['en', 'contrast', 'dark', 'larger', 'largest', 'still'])
  await page
    .getByRole('button', { name: /^Check with my bill|^Look up/i })
    .or(page.getByRole('link', { name: /bill/i }))
    .first()
    .click()
  await page.getByRole('button', { name: /^(Finish|End)/ }).click()
  await expect(counter(page).heading('Bienvenido')).toBeVisible()
  expect(await look()).toEqual(usual)
})

test('a second tab stays out while the first is alive', { tag: '@browser' }, async ({ page, browser1, kiosk, complaints }) => {
  const person = counter(page)
  await person.identify(monterrey)
  const second = await openKiosk(browser1, kiosk.url, complaints)
  await expect(second.getByText(/otra ventana|otra pestaña/)).toBeVisible()
  await second.close()
  await expect(person.heading('Mi cuenta')).toBeVisible()
  await person.openInvoices()
})

test('S49 what one visitor copied, typed or had in memory comes into no field of the next', { tag: '@browser' }, async ({ page, browser1 }) => {
  const person = counter(page)
  const elsewhere = await browser1.newPage()
  await elsewhere.setContent('<textarea>escrito en otra parte</textarea>')
  const pad = elsewhere.getByRole('textbox')
  const pastedElsewhere = async (): Promise<string> => {
    await elsewhere.bringToFront()
    await pad.fill('')
    await pad.press('Control+v')
    const pasted = await pad.inputValue()
    await page.bringToFront()
    return pasted
  }
  await pad.press('Control+a')
  await pad.press('Control+c')
  await page.bringToFront()

  await person.openLookup()
  await person.account.fill('40989917-7')
  await person.account.press('Control+a')
  await person.account.press('Control+c')
  expect(await pastedElsewhere()).toBe('')
  await person.account.press('Control+a')
  await person.account.press('Control+x')
  expect(await pastedElsewhere()).toBe('')
  await person.account.fill('')
  await person.account.pressSequentially('12345')
  await elsewhere.bringToFront()
  await pad.fill('de otra parte')
  await pad.press('Control+a')
  await pad.press('Control+c')
  await page.bringToFront()
  await person.account.press('Control+v')
  await expect(person.account).toHaveValue('12345')
  await person.finish()
  expect(await pastedElsewhere()).toBe('')

  await person.openLookup()
  for (const field of [person.account, person.invoice]) {
    for (const keys of ['Control+v', 'Shift+Insert', 'Control+z', 'Control+Shift+z', 'Control+y']) await field.press(keys)
    await expect(field).toHaveValue('')
  }
  await elsewhere.close()
})
