import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sampleLogins } from '../../electron/sandbox/data/customers.ts'
import { textOf } from '../fixtures/documents/readPaper.ts'
import { expect, test } from './fixtures.ts'
import { counter, monterrey } from './pages/counterPage.ts'
import { paying } from './pages/pay.ts'
import { registering, registration } from './pages/registration.ts'
import { requests } from './pages/requests.ts'
import { signIn } from './pages/signIn.ts'
import { withUtility } from './withUtility.ts'

const { login, password } = sampleLogins.registered
const NOT_OFFERED = /Su empresa todavía no ofrece esto en el kiosco\.\s*Pregunte en el mostrador\./u

test(
  'a utility of contract 1.0 without online office and payments: these say so with a next step, and a bill is looked up, claimed about and printed',
  { tag: '@browser' },
  () =>
    withUtility(
      async ({ page, sandbox, kiosk }) => {
        const person = counter(page)
        const goHome = async (): Promise<void> => {
          await person
            .button(/^Inicio/)
            .or(page.getByRole('link', { name: /^Inicio/ }))
            .first()
            .click()
          await expect(person.heading('Bienvenido')).toBeVisible()
        }
        await expect(person.online).toBeVisible()
        await expect(person.heading('Bienvenido')).toBeVisible()
        await signIn(page).open()
        await signIn(page).enter(login, password)
        await expect(page.getByRole('alert')).toContainText(NOT_OFFERED)
        await person.button(/^No recuerdo/).click()
        await expect(person.heading('Renovar contraseña')).toBeVisible()
        await signIn(page).field('Correo electrónico o usuario').fill(login)
        await person.button('Enviar código').click()
        await expect(page.getByRole('alert')).toContainText(NOT_OFFERED)
        await goHome()

        const form = registration(page)
        await form.open()
        await form.fillIn({ 'Número de cuenta': registering.monterrey.number, 'Número de factura': monterrey.invoice })
        await form.writeEmail('ana@example.com')
        await form.goOn.click()
        await form.accept('el Aviso legal')
        await form.send.click()
        await expect(page.getByRole('alert')).toContainText(NOT_OFFERED)
        await goHome()

        await person.identify(monterrey)
        await paying(page).openAll()
        await paying(page).place('BBVA').click()
        await person.button('Pagar en línea').click()
        await expect(page.getByRole('alert')).toContainText(/No se cobró nada\.\s*Inténtelo de nuevo en un momento, o imprima la ficha\./u)
        await person.button(/^Volver/).click()
        await requests(page).fileClaim({ topic: 'Cobro indebido', text: 'Llegó al doble.', invoice: monterrey.invoice })
        await expect.poll(() => sandbox.commands().map(({ command }) => [command.kind, command.actor.kind])).toEqual([['claim', 'invoiceHolder']])
        await person.button('Imprimir comprobante').click()
        await expect(page.getByText(/^Listo/)).toBeVisible()
        await person.button('Ir a mi cuenta').click()
        await person
          .button(/^Imprimir duplicado/)
          .first()
          .click()
        await expect(page.getByText(/^Listo/)).toBeVisible()
        const folder = join(kiosk.dataDir, 'impresos')
        const papers = readdirSync(folder).map((name) => textOf(join(folder, name)))
        expect(papers.map((text) => text.includes('DUPLICADO')).sort()).toEqual([false, true])
        for (const text of papers) expect(text).toContain(monterrey.invoice)
      },
      (sandbox) => sandbox.faults.set('status', { status: 404, problem: 'not-found', paths: /registrations|sessions|password-renewals|payments/ }),
      [],
      {},
      { contract: '1.0' },
    ),
)
