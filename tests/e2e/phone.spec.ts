import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { expectSoundAtEverySize } from './pages/checks.ts'
import { counter, monterrey } from './pages/counterPage.ts'
import { takeOnPhone } from './pages/phone.ts'
import { readScreenQr } from './pages/screenQr.ts'
import { statement } from './pages/statement.ts'
import { withUtility } from './withUtility.ts'
import { checkPdf, textOf } from '../fixtures/documents/readPaper.ts'
import { temporaryFolder } from '../fixtures/shell/startKiosk.ts'

test('a phone fetches the statement by the code on the screen, without a network to the utility, and then nothing is served', { tag: '@browser' }, () =>
  withUtility(async ({ page, sandbox }) => {
    const person = counter(page)
    await person.identify(monterrey)
    await statement(page).open()
    const { closing } = await statement(page).figures()
    sandbox.faults.set('down')
    await takeOnPhone(page)
    await expectSoundAtEverySize(page)
    const url = await readScreenQr(page)

    const phone = await page
      .context()
      .browser()!
      .newContext({ viewport: { width: 390, height: 844 } })
    const screen = await phone.newPage()
    await screen.goto(url)
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('status')).toContainText('Un teléfono abrió su documento')
    const [download] = await Promise.all([screen.waitForEvent('download'), screen.getByRole('link', { name: 'Descargar' }).click()])
    expect(download.suggestedFilename()).toMatch(/^Estado de cuenta .*\.pdf$/)
    const file = join(temporaryFolder(), 'statement.pdf')
    await download.saveAs(file)
    checkPdf(file)
    expect(textOf(file)).toContain(closing)
    await expect(dialog.getByRole('status')).toContainText('Enviamos su documento a su teléfono')
    await expectSoundAtEverySize(page)

    await person.closeDialog()
    await expect(screen.goto(url)).rejects.toThrow('ERR_CONNECTION_REFUSED')
    await phone.close()
  }),
)

test('what is looked at can be taken on a phone, until the visit ends', { tag: '@browser' }, () =>
  withUtility(async ({ page }) => {
    const person = counter(page)
    await person.identify(monterrey)
    await person.button(/^Ver/).first().click()
    await takeOnPhone(page)
    const url = await readScreenQr(page)
    expect((await page.request.get(url)).status()).toBe(200)
    // The dialogs of a visit close with it.
    await page.reload()
    await expect(person.heading('Bienvenido')).toBeVisible()
    await expect.poll(() => page.request.get(url).then(() => 'served', String)).toContain('ECONNREFUSED')
  }),
)
