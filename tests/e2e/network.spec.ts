import { expect, test } from './fixtures.ts'
import { counter, monterrey } from './pages/counterPage.ts'
import { withUtility } from './withUtility.ts'

test.describe('started without any network', { tag: '@browser' }, () => {
  test('the kiosk says why it has nothing, what to do, and what still works; then it fills by itself', async () => {
    await withUtility(
      async ({ page, sandbox }) => {
        const person = counter(page)
        await expect(person.heading('Bienvenido')).toContainText('espera su primera conexión')
        await expect(counter(page).offline).toBeVisible()
        await expect(page.getByText('Estamos preparando los datos').first()).toBeVisible()
        await expect(page.getByText('Pase al mostrador')).toBeVisible()

        await person.button(/^Emergencias/).click()
        await expect(page.getByRole('dialog')).toContainText('Salga, no encienda nada, llame desde afuera.')
        await expect(page.getByRole('dialog')).toContainText('impreso en su recibo')
        await person.closeDialog()
        await person.button(/^Aviso de privacidad/).click()
        await expect(page.getByRole('dialog')).toContainText('llega con la primera conexión')
        await person.closeDialog()
        await person.button('English').click()
        await expect(page.getByRole('heading', { level: 1 })).toContainText('waiting for its first connection')
        await person.button('Español').click()

        sandbox.faults.set(null)
        await expect(counter(page).online).toBeVisible()
        await person.identify(monterrey)
      },
      (sandbox) => sandbox.faults.set('down'),
    )
  })
})
