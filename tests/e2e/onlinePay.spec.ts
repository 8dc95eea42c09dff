import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { sizes } from './pages/checks.ts'
import { counter, monterrey, nuevoLaredo } from './pages/counterPage.ts'
import { onlinePaying, onPhone } from './pages/onlinePay.ts'
import { paying } from './pages/pay.ts'
import { payments } from './pages/payments.ts'
import { readScreenQr } from './pages/screenQr.ts'
import { readCodes, textOf } from '../fixtures/documents/readPaper.ts'
import { withUtility } from './withUtility.ts'

// Each has a utility of its own: what is paid stays paid.
test.describe('on one’s own phone', { tag: '@browser' }, () => {
  test('a bill is paid with the phone: the screen says so by itself, and so does the account', () =>
    withUtility(async ({ page, sandbox }) => {
      const person = counter(page)
      const online = onlinePaying(page)
      sandbox.faults.lag(Infinity)
      await person.identify(monterrey)
      await online.begin()
      const [payment] = sandbox.payments.all()
      for (const size of sizes) {
        await page.setViewportSize(size)
        expect(await readScreenQr(page)).toBe(payment?.intent.checkoutUrl)
      }
      await expect(page.getByText('Esperamos su pago')).toBeVisible()
      await onPhone(page, payment!.intent.checkoutUrl, 'Pagar')
      await expect(person.heading('Pago recibido')).toBeVisible()
      await expect(page.getByText(payment!.intent.reference)).toBeVisible()

      await person.button('Volver a mi cuenta').click()
      await expect(page.getByText(/^Recibimos su pago en línea: \$[\d,.]+ en BBVA/)).toBeVisible()
      await paying(page).openAll()
      await paying(page).place('Banamex').click()
      await person.button('Pagar en línea').click()
      await expect(page.getByRole('alert')).toContainText('Ya recibimos un pago en línea de esta factura')
      expect(sandbox.payments.all()).toHaveLength(1)

      sandbox.faults.catchUp()
      await person.button(/^Volver/).click()
      await payments(page).open()
      await expect(payments(page).row(payment!.intent.reference)).toBeVisible()
      await person.button(/^Volver/).click()
      await expect(person.heading('Mi cuenta')).toBeVisible()
      await expect(page.getByText(/^Recibimos su pago/)).toHaveCount(0)
    }))

  test('who leaves loses nothing: the code is there again for the same account and for nobody else, and its paper can be paid by', () =>
    withUtility(async ({ page, sandbox, kiosk }) => {
      const person = counter(page)
      const online = onlinePaying(page)
      await person.identify(monterrey)
      await online.begin()
      const url = await readScreenQr(page)
      await person.finish()
      await person.identify(nuevoLaredo)
      await expect(page.getByText(/pago en línea/)).toHaveCount(0)
      await person.finish()

      await person.identify(monterrey)
      await expect(page.getByText(/^Tiene un pago en línea abierto: \$[\d,.]+ en BBVA/)).toBeVisible()
      await person.button('Ver pago en línea').click()
      await expect(page.getByRole('img', { name: /^Código QR/ })).toBeVisible()
      expect(await readScreenQr(page)).toBe(url)
      await paying(page).print()
      const folder = join(kiosk.dataDir, 'impresos')
      const [paper = ''] = readdirSync(folder)
      const [payment] = sandbox.payments.all()
      expect(readCodes(join(folder, paper))).toEqual([{ symbology: 'QR-Code', text: url }])
      for (const said of [payment!.intent.reference, 'Pendiente', 'BBVA', monterrey.invoice]) expect(textOf(join(folder, paper))).toContain(said)
      await person.button(/^Volver/).click()
      await onPhone(page, url, 'Rechazar')
      await expect(person.heading('El pago no se hizo')).toBeVisible()
      await person.button('Abrir otro pago').click()
      await expect(person.heading('Pagar')).toBeVisible()
    }))

  test('offline it is not offered, and says why; a refusal is told in the utility’s words; a code that has expired is no longer shown', () =>
    withUtility(async ({ page, sandbox }) => {
      const person = counter(page)
      await person.identify(monterrey)
      await paying(page).openAll()
      await paying(page).place('HSBC').click()
      await expect(person.button('Pagar en línea')).toHaveCount(0)
      await paying(page).place('BBVA').click()
      sandbox.payments.refuse('Su contrato está en revisión.')
      await person.button('Pagar en línea').click()
      await expect(page.getByRole('alert')).toContainText('Su contrato está en revisión.')
      sandbox.payments.refuse(null)
      sandbox.faults.set('down')
      await expect(person.offline).toBeVisible()
      await expect(page.getByText('Sin conexión no se puede pagar en línea.')).toBeVisible()
      await expect(person.button('Pagar en línea')).toBeDisabled()
      sandbox.faults.set(null)
      await expect(person.online).toBeVisible()
      await person.button('Pagar en línea').click()
      await expect(page.getByRole('img', { name: /^Código QR/ })).toBeVisible()
      sandbox.payments.expire(sandbox.payments.all()[0]!.intent.id)
      await expect(person.heading('El código venció')).toBeVisible()
      await expect(page.getByRole('img', { name: /^Código QR/ })).toHaveCount(0)
    }))
})
