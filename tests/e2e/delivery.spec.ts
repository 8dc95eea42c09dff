import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '../../electron/clock.ts'
import { sampleLogins } from '../../electron/sandbox/data/customers.ts'
import { knownAccounts } from '../../electron/sandbox/sample/known.ts'
import { inventAccount } from '../../electron/sandbox/sample/records.ts'
import { sampleBranch } from '../../electron/sandbox/sampleKiosk.ts'
import type { Sandbox } from '../../electron/sandbox/server.ts'
import { businessDate } from '../../shared/domain/dates.ts'
import { expect, test } from './fixtures.ts'
import { textOf } from '../fixtures/documents/readPaper.ts'
import { expectSound, expectSoundAtEverySize, sizes } from './pages/checks.ts'
import { counter, monterrey } from './pages/counterPage.ts'
import { delivery } from './pages/delivery.ts'
import { requests } from './pages/requests.ts'
import { signIn } from './pages/signIn.ts'
import { withUtility } from './withUtility.ts'

test(
  'without a network invoices by e-mail are asked for with the text that was accepted, printed, sent later, and then it is so',
  { tag: '@browser' },
  async () => {
    await withUtility(async ({ page, sandbox, kiosk }) => {
      const person = counter(page)
      const asking = delivery(page)
      await person.identify(monterrey)
      sandbox.faults.set('down')
      await expect(person.offline).toBeVisible()
      await asking.open()
      await expect(page.getByText('Hoy recibe su factura en papel.')).toBeVisible()
      await asking.way('Por correo electrónico').click()
      await expect(page.getByText(/^A \S•+@/)).toBeVisible()
      await person.button('Enviar').click()
      await expect(asking.accept).toBeFocused()
      for (const size of sizes) {
        await page.setViewportSize(size)
        await expectSound(page)
      }
      await asking.read()
      await expect(page.getByRole('dialog')).toContainText('Puedo volver al papel cuando quiera.')
      await expectSound(page)
      await person.closeDialog()
      await asking.accept.click()
      await asking.send()
      const folio = await requests(page).folio()
      await person.button('Imprimir comprobante').click()
      await expect(page.getByText(/^Listo/)).toBeVisible()
      const folder = join(kiosk.dataDir, 'impresos')
      const [paper = ''] = readdirSync(folder).filter((name) => name.endsWith('.pdf'))
      expect(textOf(join(folder, paper))).toMatch(/La recibirá\s+Por correo electrónico/)
      await person.button('Volver a mi cuenta').or(person.button('Ir a mi cuenta')).first().click()
      await asking.open()
      await expect(page.getByText(`su folio es ${folio}`)).toBeVisible()

      expect(sandbox.commands()).toEqual([])
      sandbox.faults.set(null)
      const payloads = () => sandbox.commands().map(({ command }) => command.payload)
      await expect
        .poll(payloads, { timeout: 60_000 })
        .toMatchObject([{ delivery: 'email', consent: { legalTextId: 'factura-electronica-es-mx', version: '2026-01' } }])
      // The feed tells of it: nothing is on its way any more.
      await person.button(/^Volver/).click()
      await asking.open()
      await expect(page.getByText('Hoy recibe su factura por correo electrónico.')).toBeVisible()
      await expect(page.getByText(folio)).toHaveCount(0)
    })
  },
)

/** Monterrey's has none. */
function withoutEmail(sandbox: Sandbox): void {
  const today = businessDate(systemClock.now(), sampleBranch.timeZone)
  sandbox.upsert('account', { ...inventAccount(knownAccounts.monterrey.index, today).account, email: null })
}

test('somebody who signs in gives the utility the address that it lacks', { tag: '@browser' }, async () => {
  await withUtility(async ({ page, sandbox }) => {
    const person = counter(page)
    const asking = delivery(page)
    await person.identify(monterrey)
    await asking.open()
    await asking.way('Por correo electrónico').click()
    await person.button('Iniciar sesión').click()
    await signIn(page).enter(sampleLogins.registered.login, sampleLogins.registered.password)
    await expect(person.heading('Factura electrónica')).toBeVisible()
    await asking.way('Por correo electrónico').click()
    await asking.accept.click()
    await person.button('Enviar').click()
    await expect(asking.email).toBeFocused()
    await asking.email.fill('ana.mendez@example.com')
    await expectSoundAtEverySize(page)
    await asking.send()
    const payloads = () => sandbox.commands().map(({ command }) => command.payload)
    await expect.poll(payloads, { timeout: 60_000 }).toMatchObject([{ delivery: 'email', email: 'ana.mendez@example.com' }])
  }, withoutEmail)
})

test('where the utility knows no address it is said what to do, and a choice survives the way back, not the visit', { tag: '@browser' }, async () => {
  await withUtility(async ({ page }) => {
    const person = counter(page)
    const asking = delivery(page)
    await person.identify(monterrey)
    await asking.open()
    await asking.way('Por correo electrónico').click()
    await expect(page.getByText('La empresa no tiene un correo de esta cuenta')).toBeVisible()
    await expect(person.button('Enviar')).toHaveCount(0)
    await expectSoundAtEverySize(page)
    await asking.way('En papel').click()
    await person.button('Enviar').click()
    await expect(page.getByText('Así la recibe hoy. Elija la otra forma')).toBeVisible()
    await expectSound(page)
    await page.getByRole('button', { name: 'English' }).click()
    await expect(page.getByRole('radio', { name: /^On paper/ })).toBeChecked()
    await page.getByRole('button', { name: 'Español' }).click()
    await person.button(/^Volver/).click()
    await asking.open()
    await expect(asking.way('En papel')).toBeChecked()
    await person.finish()
    await person.identify(monterrey)
    await asking.open()
    await expect(asking.way('En papel')).not.toBeChecked()
  }, withoutEmail)
})
