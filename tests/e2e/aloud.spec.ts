import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { knownAccounts } from '../../electron/sandbox/sample/known.ts'
import { inventAccount } from '../../electron/sandbox/sample/records.ts'
import type { Sandbox } from '../../electron/sandbox/server.ts'
import { startPrinter, type TestPrinter } from '../fixtures/printing/ippeveprinter.ts'
import { temporaryFolder } from '../fixtures/shell/startKiosk.ts'
import { speechPrograms } from '../fixtures/speech/speechPrograms.ts'
import { expect, test } from './fixtures.ts'
import { ofAccount } from './pages/accountWalk.ts'
import { counter, monterrey, nuevoLaredo } from './pages/counterPage.ts'
import { contactScreens, publicScreens, type Look } from './pages/everyScreen.ts'
import { contracts, sampleBill } from './pages/contracts.ts'
import { listener } from './pages/keypad.ts'
import { onlinePayScreens } from './pages/onlinePayScreens.ts'
import { payments } from './pages/payments.ts'
import { registrationScreens } from './pages/registrationScreens.ts'
import { signInScreens } from './pages/signInScreens.ts'
import { openBook } from './pages/spokenBook.ts'
import { withUtility } from './withUtility.ts'

/** Days are said, and those of the sample follow the day on which it is made. */
const TODAY = '2026-11-12'

/** Shows two requests of one day, in either order. */
const SAME_DAY = 'Preguntas y reclamaciones'

/** Two notices; of Nuevo Laredo's account neither an e-mail address nor a payment is known. */
function prepare(sandbox: Sandbox): void {
  const { account, others } = inventAccount(knownAccounts.nuevoLaredo.index, TODAY)
  sandbox.upsert('account', { ...account, email: null })
  for (const { entity, id } of others) if (entity === 'payment') sandbox.remove(entity, id)
  sandbox.upsert('notice', {
    id: 'n-2',
    title: 'Nuevo horario',
    body: 'Desde el 1 de diciembre abrimos de 8:00 a 15:00.',
    validFrom: '2020-01-01',
    accountId: null,
  })
}

/** Two contracts in one visit, and an account without payments. */
async function otherScreens(page: Page, look: Look): Promise<void> {
  const person = counter(page)
  const { open, openLookup, add } = contracts(page)
  await openLookup()
  await look('Consultar otra factura')
  await person.button(/^Volver/).click()
  await add(sampleBill(2))
  await open()
  await look('Mis contratos')
  await person.finish()
  await person.identify(nuevoLaredo)
  await payments(page).open()
  await look('Mis pagos, ninguno')
}

/** Each change that nobody made by a touch, or that takes its time, is told when it comes. */
async function hearChanges(page: Page, sandbox: Sandbox, printer: TestPrinter, ear: ReturnType<typeof listener>): Promise<void> {
  const person = counter(page)
  await ear.help('Bienvenido')
  sandbox.faults.set('down')
  await ear.hears('Sin conexión')
  sandbox.faults.set(null)
  await ear.hears('En línea')
  await person.openLookup()
  await person.type({ account: '409899171234', invoice: 'DE 4043' })
  await person.button(/^Consultar/).click()
  await ear.hears('por corregir: Son demasiados números')
  await person.type({ account: '12345678', invoice: 'AA 0000 0000' })
  await person.button(/^Consultar/).click()
  await ear.hears('No encontramos una factura con esos datos')
  await person.button(/^Inicio/).click()
  await person.identify(monterrey)
  await ear.hears('Mi cuenta')
  printer.emptyTray()
  await person
    .button(/^Imprimir duplicado/)
    .first()
    .click()
  await ear.hears('Imprimiendo', 'La impresora no tiene papel')
  printer.refill()
  await ear.hears('Listo. Retire su hoja')
  await person.button(/^Terminar/).click()
  await ear.hears('¿Retiró sus hojas?')
  await person.button('Sí, terminar').click()
  await expect(person.heading('Bienvenido')).toBeVisible()
}

test('what is said of every screen, control, mistake and change is what a person can follow, in each language', { tag: '@browser' }, async () => {
  // Seventy states, each walked through: as long as many tests.
  test.setTimeout(1_200_000)
  const programs = speechPrograms()
  const printer = await startPrinter()
  const exportDir = join(temporaryFolder(), 'mostrador')
  mkdirSync(exportDir)
  await withUtility(
    async ({ page, sandbox, kiosk }) => {
      const person = counter(page)
      const ear = listener(page, programs)
      const { look: keep, texts } = openBook(page, ear)
      const look: Look = (state) => (state === SAME_DAY ? Promise.resolve() : keep(state))
      const parts: typeof ofAccount = {
        ...ofAccount,
        'several contracts in one visit': otherScreens,
        'a payment on one’s own phone': () => onlinePayScreens(page, look, sandbox),
      }
      const walks = [
        () => publicScreens(page, look),
        () => contactScreens(page, look),
        () => registrationScreens(page, look),
        () => signInScreens(page, look),
        ...Object.values(parts).map((screens) => () => person.identify(monterrey).then(() => screens(page, look, printer))),
        () => hearChanges(page, sandbox, printer, ear),
      ]
      for (const screens of walks) {
        await page.goto(kiosk.url)
        await expect(person.heading('Bienvenido')).toBeVisible()
        await screens()
      }
      for (const { now, kept } of texts()) expect(now).toBe(kept)
    },
    prepare,
    [],
    { VENTANILLA_DOCUMENT_PRINTER: printer.uri, VENTANILLA_EXPORT_DIR: exportDir, PATH: programs.path },
    { begins: `${TODAY}T16:00:00Z` },
  )
  await printer.stop()
})
