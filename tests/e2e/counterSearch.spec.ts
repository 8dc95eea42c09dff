import type { Page } from '@playwright/test'
import { clerks } from '../../electron/sandbox/data/clerks.ts'
import { accountId } from '../../electron/sandbox/sample/account.ts'
import { knownAccounts } from '../../electron/sandbox/sample/known.ts'
import { expect, test } from './fixtures.ts'
import { expectNoViolation } from './pages/checks.ts'
import { counter, monterrey, nuevoLaredo } from './pages/counterPage.ts'
import { customerSearch } from './pages/customerSearch.ts'
import { expectNothingKept } from './pages/kept.ts'
import { requests } from './pages/requests.ts'
import { sampleStaff } from './pages/staff.ts'
import { withUtility } from './withUtility.ts'

/** Faster, it is a scanner. */
const AS_A_PERSON = { delay: 110 }
const PATRICIA = 'Patricia Pedroza Abreu'
/** The surnames in the other order, one with a letter wrong. */
const AS_SAID = 'abreu pedrosa'

/** A person who has nothing but keys. */
function keyboard(page: Page) {
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const type = (text: string): Promise<void> => page.keyboard.type(text, AS_A_PERSON)
  /** What has the focus, as it is named. */
  const here = (): Promise<string> =>
    page.evaluate(() => {
      const at = document.activeElement
      const labelled = at?.getAttribute('aria-labelledby')?.split(' ') ?? []
      const label = labelled.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
      const own = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? (at.labels?.[0]?.textContent ?? '') : (at?.textContent ?? '')
      return (at?.getAttribute('aria-label') ?? (label || own)).trim()
    })
  async function tabTo(name: string): Promise<void> {
    for (let step = 0; step < 60; step += 1) {
      if ((await here()).startsWith(name)) return
      await press('Tab')
    }
    throw new Error(`no way to ${name}`)
  }
  /** To a control and through it. */
  async function take(name: string): Promise<void> {
    await tabTo(name)
    await press('Enter')
  }
  return { press, type, tabTo, take }
}

async function signIn(page: Page): Promise<void> {
  const { press, type } = keyboard(page)
  await expect(counter(page).online).toBeVisible()
  await expect(page.getByRole('option', { includeHidden: true })).toHaveCount(3)
  await press('ArrowDown', 'L', 'Enter')
  await type(sampleStaff.lucia.pin)
  await press('Enter')
  await expect(customerSearch(page).field).toBeFocused()
}

/** Up to the folio on the receipt. */
async function fileClaim(page: Page): Promise<string> {
  const { press, type, take, tabTo } = keyboard(page)
  const { heading } = counter(page)
  await take('Preguntas y reclamaciones')
  await expect(heading('Preguntas y reclamaciones')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Nueva reclamación' })).toBeVisible()
  await take('Nueva reclamación')
  await expect(page.getByRole('combobox', { name: /^Tema/ })).toBeVisible()
  await tabTo('Tema')
  await press('ArrowDown')
  await press('n', 'Enter')
  await tabTo('Descripción')
  await type('No llega.')
  await take('Continuar')
  await expect(page.getByRole('button', { name: 'Enviar' })).toBeVisible()
  await take('Enviar')
  await expect(heading('Recibimos su solicitud')).toBeVisible()
  return requests(page).folio()
}

for (const isDown of [false, true]) {
  test(
    `a clerk finds, serves and files for a customer, and nothing of it meets the next one, by keys alone${isDown ? ', with the utility down' : ''}`,
    {
      tag: '@browser',
    },
    async () => {
      await withUtility(
        async ({ page, sandbox, kiosk }) => {
          const { heading } = counter(page)
          const { press, type, take } = keyboard(page)
          const { field, hits, papers } = customerSearch(page)
          await signIn(page)
          if (isDown) {
            sandbox.faults.set('down')
            await expect(counter(page).offline).toBeVisible()
          }
          await take('Estado del equipo')
          await expect(heading('Estado del equipo')).toBeVisible()
          await press('F2')
          await expect(field).toBeFocused()

          await type(AS_SAID)
          await expect(hits.first()).toContainText(PATRICIA)
          await expect(hits.first()).toContainText('Por el nombre, parecido')
          await expect(field).toHaveAttribute('aria-activedescendant', (await hits.first().getAttribute('id')) ?? '')
          await expectNoViolation(page)
          await press('Enter')
          await expect(heading(PATRICIA)).toBeVisible()
          await expect(papers).toBeVisible()
          await expectNoViolation(page)

          const folio = await fileClaim(page)
          await press('F2')
          await expect(field).toBeFocused()
          await expect(field).toHaveValue(AS_SAID)
          await expect(hits.first()).toHaveAttribute('aria-selected', 'true')
          await type(folio)
          await expect(hits).toHaveCount(1)
          await expect(hits.first()).toContainText('Por el folio')
          await press('Enter')
          await expect(heading(PATRICIA)).toBeVisible()
          await expect(page.getByRole('region', { name: /^Solicitudes abiertas/ })).toContainText(folio)
          await take('Volver')
          await expect(field).toHaveValue(folio)

          await type(nuevoLaredo.account)
          await expect(hits).toHaveCount(1)
          await press('Enter')
          await expect(heading('María Gil Caldera')).toBeVisible()
          await expect(papers).toBeVisible()
          await expect(page.getByRole('region', { name: /^Solicitudes abiertas/ })).toBeVisible()
          for (const text of [PATRICIA, monterrey.account, folio]) expect(await page.content()).not.toContain(text)
          await take('Terminar')
          await expect(field).toBeFocused()
          await press('Escape')
          await expect(hits).toHaveCount(2)
          await expect(hits.first()).toContainText('María Gil Caldera')

          sandbox.faults.set(null)
          await expect.poll(() => sandbox.commands().length).toBe(1)
          const actor = { kind: 'clerk', clerkId: clerks[0]?.id }
          const filed = { accountId: accountId(knownAccounts.monterrey.index), actor, localFolio: folio }
          expect(sandbox.commands()[0]?.command).toMatchObject(filed)
          // What is typed is kept nowhere; the feed keeps whom it names.
          expectNothingKept(kiosk, [AS_SAID], [PATRICIA.split(' ')[1] ?? ''])
        },
        undefined,
        [],
        {},
        { mode: 'counter' },
      )
    },
  )
}
