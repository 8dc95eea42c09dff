import type { CDPSession, Locator, Page } from '@playwright/test'
import { sampleBill } from '../e2e/pages/contracts.ts'
import { counter, monterrey, type Bill } from '../e2e/pages/counterPage.ts'
import type { Kiosk } from '../fixtures/shell/startKiosk.ts'
import { judged, median, milliseconds, percentile, type BenchRow } from './row.ts'

const ROUNDS = 10
const SLOWER = 4

/** What shows that a touch was answered: a heading or a dialog with these words, none any more, another text in a field, or another choice. */
type Answer = { heading: string } | { dialog: string } | 'closed' | 'typed' | 'chosen'

interface Touch {
  /** Under which it is listed. */
  kind: string
  control: (page: Page) => Locator
  answer: Answer
}

const named = (page: Page, name: string | RegExp, exact = false): Locator =>
  page.getByRole('button', { name, exact }).or(page.getByRole('link', { name, exact })).first()

const to = (control: string, heading: string, kind = `${control} → ${heading}`): Touch => ({
  kind,
  control: (page) => named(page, new RegExp(`^${control}`)),
  answer: { heading },
})
const key = (name: string): Touch => ({ kind: 'a key', control: (page) => named(page, name, true), answer: 'typed' })
const opening = (control: string, dialog: string): Touch => ({
  kind: `${control} (dialog)`,
  control: (page) => named(page, new RegExp(`^${control}`)),
  answer: { dialog },
})
const closing: Touch = {
  kind: 'Cerrar (dialog)',
  control: (page) =>
    page
      .getByRole('dialog')
      .getByRole('button', { name: /^Cerrar/ })
      .last(),
  answer: 'closed',
}
const back = (heading: string): Touch => to('Volver', heading)

/** From the account to a screen and back. */
const there = (control: string, heading: string): Touch[] => [to(control, heading), back('Mi cuenta')]

/** Another account of the same zone. */
const second = sampleBill(6)

/** The keys of both numbers, and the look-up of them. */
const lookUp = ({ account, invoice }: Bill): Touch[] => [
  ...[...account].map(key),
  ...[...invoice.replaceAll(' ', '')].map(key),
  { kind: 'Consultar → Mi cuenta', control: (page) => named(page, 'Consultar', true), answer: { heading: 'Mi cuenta' } },
]

/** A visit by touch alone, over all screens. */
const visit: Touch[] = [
  opening('Accesibilidad', 'Accesibilidad'),
  closing,
  opening('Emergencias', 'Emergencias'),
  closing,
  opening('Aviso de privacidad', 'Aviso de privacidad'),
  closing,
  to('Consultar folio', 'Consultar folio'),
  to('Inicio', 'Bienvenido'),
  to('Consultar con mi factura', 'Consultar con mi factura'),
  ...lookUp(monterrey),
  ...there('Mis facturas', 'Mis facturas'),
  to('Mis facturas', 'Mis facturas'),
  opening(`Ver ${monterrey.invoice}`, 'Vista previa'),
  closing,
  to('Detalle de la factura', 'Factura'),
  back('Mis facturas'),
  back('Mi cuenta'),
  to('Pagar', 'Pagar'),
  { kind: 'BBVA (choice) → Pagar en línea', control: (page) => page.getByRole('radio', { name: /^BBVA/ }), answer: 'chosen' },
  to('Pagar en línea', 'Pagar en línea'),
  to('Volver a mi cuenta', 'Mi cuenta'),
  ...there('Estado de cuenta', 'Estado de cuenta'),
  ...there('Mis consumos', 'Mis consumos'),
  to('Preguntas y reclamaciones', 'Preguntas y reclamaciones'),
  to('Nueva pregunta', 'Nueva pregunta'),
  back('Preguntas y reclamaciones'),
  to('Nueva reclamación', 'Nueva reclamación'),
  back('Preguntas y reclamaciones'),
  back('Mi cuenta'),
  to('Consultar otra factura', 'Consultar otra factura'),
  ...lookUp(second),
  to('Mis contratos', 'Mis contratos'),
  to('Abrir contrato', 'Mi cuenta'),
  to('Terminar', 'Bienvenido'),
]

/** Touch to visible answer at a quarter of the speed: all of them, and each kind by itself, which is printed as a list. */
export async function touches(page: Page, kiosk: Kiosk, cdp: CDPSession): Promise<BenchRow[]> {
  // One load serves every visitor of the day. The first has loaded the screens; a kiosk that has just been switched on is not what is measured.
  await page.goto(kiosk.url)
  await walk(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  const samples: Sample[] = []
  for (let round = 0; round < ROUNDS; round += 1) samples.push(...(await walk(page)))
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  const kinds = [...Map.groupBy(samples, ({ kind }) => kind)].map(([kind, of]) => ({ kind, took: median(of.map(({ took }) => took)) }))
  kinds.sort((one, other) => other.took - one.took)
  for (const { kind, took } of kinds) console.error(`  ${milliseconds(took).padStart(9)}  ${kind}`)
  return [
    row(
      'Touch to visible answer over all screens, CPU slowed 4 ×, p95',
      percentile(
        samples.map(({ took }) => took),
        0.95,
      ),
      80,
    ),
    row(`The slowest kind of touch, median: ${kinds[0]?.kind}`, kinds[0]?.took ?? Number.NaN, 160),
  ]
}

const row = (work: string, took: number, allowed: number): BenchRow =>
  judged({ work, measured: milliseconds(took), baseline: `${allowed} ms allowed`, ratio: took / allowed, budget: '≤ 1' })

interface Sample {
  kind: string
  /** Milliseconds from the touch until the page had painted its answer. */
  took: number
}

async function walk(page: Page): Promise<Sample[]> {
  await counter(page).heading('Bienvenido').waitFor()
  const samples: Sample[] = []
  for (const { kind, control, answer } of visit) {
    if (answer === 'typed') await focusEmptyField(page)
    samples.push({ kind, took: await timed(page, control(page), answer) })
  }
  return samples
}

/** The account number is full after its last digit: the next field takes what follows. */
async function focusEmptyField(page: Page): Promise<void> {
  const { account, invoice } = counter(page)
  const isFull = [monterrey.account, second.account].includes(await account.inputValue())
  if (isFull && (await invoice.inputValue()) === '') await invoice.tap()
}

/** Taps a control, once the screen takes touches; milliseconds from the touch until the frame that paints its answer. */
async function timed(page: Page, control: Locator, answer: Answer): Promise<number> {
  await control.waitFor()
  // A tap that has to be tried again would be the second of two, which the page does not take for a new screen.
  await page.locator('.shield').last().waitFor({ state: 'detached' })
  const timing = page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const valueNow = (): string => [...document.querySelectorAll('input')].map(({ value, checked }) => `${value} ${checked}`).join('|')
        const textOf = (selector: string): string => [...document.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '').join('|')
        const before = valueNow()
        const isAnswered = (): boolean => {
          if (wanted === 'typed' || wanted === 'chosen') return valueNow() !== before
          if (wanted === 'closed') return document.querySelector('dialog') === null
          return 'heading' in wanted ? textOf('h1').includes(wanted.heading) : textOf('dialog').includes(wanted.dialog)
        }
        // A frame that begins with the answer in the page paints it; the next task comes after that.
        const watch = (start: number): void =>
          void requestAnimationFrame(() => (isAnswered() ? setTimeout(() => resolve(performance.now() - start)) : watch(start)))
        addEventListener('pointerdown', (event) => watch(event.timeStamp), { once: true, capture: true })
      }),
    answer,
  )
  await control.tap()
  return timing
}
