import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { expectSound } from './pages/checks.ts'
import { contact } from './pages/contact.ts'
import { counter, monterrey } from './pages/counterPage.ts'
import { requests } from './pages/requests.ts'
import { withUtility } from './withUtility.ts'

const portrait = { width: 1080, height: 1920 }
const landscape = { width: 1366, height: 768 }

test('a question is asked without an account, with a receipt on paper, and its folio tells how it stands', { tag: '@browser' }, async () => {
  await withUtility(async ({ page, sandbox, kiosk }) => {
    await page.setViewportSize(portrait)
    const person = counter(page)
    const writing = contact(page)
    await writing.open()
    await expect(page.getByRole('link', { name: /^(Consulta|Consumo elevado|Sugerencia|Opinión)/ })).toHaveCount(4)
    await expectSound(page)
    await writing.choose('Consulta')
    await person.button('Enviar').click()
    await expect(writing.field(/^Nombre/)).toBeFocused()
    await expect(page.getByText('Escriba su correo o su teléfono')).toBeVisible()
    await expectSound(page)
    // The number of an account that there is: it opens nothing, and nothing of it is told.
    await writing.write({ name: 'Ana Méndez', text: '¿A qué hora abren?', account: '40989917-7', email: 'ana@correo.com' })
    await writing.send()
    const folio = await requests(page).folio()
    await expectSound(page)
    await expect
      .poll(() => sandbox.commands().map(({ command: { accountId, actor, payload } }) => ({ accountId, actor, payload })))
      .toMatchObject([
        { accountId: null, actor: { kind: 'visitor' }, payload: { name: 'Ana Méndez', accountNumber: '40989917-7', text: '¿A qué hora abren?' } },
      ])
    await person.button('Imprimir comprobante').click()
    await expect(page.getByText(/^Listo/)).toBeVisible()
    expect(readdirSync(join(kiosk.dataDir, 'impresos')).filter((name) => name.endsWith('.pdf'))).toHaveLength(1)
    await page.evaluate(() => (location.hash = '#/cuenta'))
    await expect(person.heading('Bienvenido')).toBeVisible()
    expect(await page.locator('body').innerText()).not.toMatch(/40989917|Total adeudado/)

    await requests(page).lookUp(folio)
    await expect(page.getByText('Folio de la empresa')).toBeVisible()
    expect(await page.locator('main').innerText()).not.toMatch(/Ana|40989917|abren/)
  })
})

test('without a network an opinion is kept with its folio, sent later, and nothing of it stays for the next', { tag: '@browser' }, async () => {
  await withUtility(async ({ page, sandbox }) => {
    await page.setViewportSize(landscape)
    const person = counter(page)
    const writing = contact(page)
    await expect(person.online).toBeVisible()
    await person.identify(monterrey)
    await person.finish()
    sandbox.faults.set('down')
    await expect(person.offline).toBeVisible()
    await writing.open()
    await writing.choose('Opinión')
    await writing.write({ name: 'Ana', text: 'Muy amables.' })
    await expectSound(page)
    // Another kind of message, and the way back: what was typed stays.
    await person.button(/^Volver$/).click()
    await writing.choose('Sugerencia')
    await expect(writing.field(/^Descripción/)).toHaveValue('Muy amables.')
    await writing.send()
    await expect(page.getByText('La fecha que cuenta es la de hoy.')).toBeVisible()
    const folio = await requests(page).folio()
    await expectSound(page)
    const promise = new URL(page.url()).hash
    await person.finish()
    await writing.open()
    await writing.choose('Opinión')
    await expect(writing.field(/^Nombre/)).toHaveValue('')
    await page.evaluate((hash) => (location.hash = hash), promise)
    await expect(person.heading('Recibimos su solicitud')).toBeVisible()
    expect(await page.locator('body').innerText()).not.toContain(folio)

    expect(sandbox.commands()).toEqual([])
    sandbox.faults.set(null)
    await expect.poll(() => sandbox.commands().map(({ command }) => command.localFolio), { timeout: 60_000 }).toEqual([folio])
  })
})
