import type { CDPSession, Page } from '@playwright/test'
import type { Router } from 'vue-router'
import { counter } from '../e2e/pages/counterPage.ts'
import type { Kiosk } from '../fixtures/shell/startKiosk.ts'
import { judged, median, milliseconds, percentile, type BenchRow } from './row.ts'
import { bills, visit, type Answer, type Step, type Touch } from './visit.ts'

const ROUNDS = 5
const SLOWER = 4
/** Milliseconds. */
const UNANSWERED = 15_000
/** Screens that no touch of the visit leads to, and why. */
const NOT_TOUCHED: Record<string, string> = {
  '/registro/activacion': 'reached when the utility has answered, which is not the kiosk’s time',
  '/turno/:id': 'the screen of /imprimir/:id; a number is offered where somebody is sent to the counter',
}
/** What staff see is worked by keyboard. */
const isForStaff = (address: string): boolean => /^\/personal(\/|$)/u.test(address)

/** Touch to visible answer at a quarter of the speed: all of them, and each kind by itself, which is printed as a list. */
export async function touches(page: Page, kiosk: Kiosk, cdp: CDPSession): Promise<BenchRow[]> {
  // One load serves every visitor of the day. The first has loaded the screens; a kiosk that has just been switched on is not what is measured.
  await page.goto(kiosk.url)
  const reached = new Set<string>()
  await walk(page, async () => void reached.add(await addressOf(page)))
  const missed = (await addressesOf(page)).filter((address) => !reached.has(address) && !(address in NOT_TOUCHED) && !isForStaff(address))
  if (missed.length > 0) throw new Error(`no touch leads to ${missed.join(', ')}`)
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

/** One visit, or several, from the first screen on. */
export async function walk(page: Page, afterTouch: () => Promise<void> = () => Promise.resolve(), steps: readonly Step[] = visit): Promise<Sample[]> {
  await counter(page).heading('Bienvenido').waitFor()
  const samples: Sample[] = []
  for (const step of steps) {
    if ('prepare' in step) {
      await step.prepare(page)
      continue
    }
    if (step.answer === 'typed') await focusEmptyField(page)
    samples.push({ kind: step.kind, took: await timed(page, step) })
    await afterTouch()
  }
  return samples
}

/** A screen of a form gives its first field the focus. The account number is full after its last digit: the next field takes what follows. */
async function focusEmptyField(page: Page): Promise<void> {
  const { account, invoice } = counter(page)
  if (!(await invoice.isVisible())) return void (await page.getByRole('textbox').first().tap())
  const typed = await account.inputValue()
  const isFull = bills.some((bill) => bill.account === typed)
  if (isFull && (await invoice.inputValue()) === '') await invoice.tap()
}

/** Taps a control, once the screen takes touches; milliseconds from the touch until the frame that paints its answer. */
async function timed(page: Page, { kind, control, answer }: Touch): Promise<number> {
  const target = control(page)
  await target.waitFor()
  // A tap that has to be tried again would be the second of two, which the page does not take for a new screen.
  await page.locator('.shield').last().waitFor({ state: 'detached' })
  await page.evaluate(toRest)
  const timing = page.evaluate(watchAnswer, { answer, longest: UNANSWERED })
  await target.tap()
  const took = await timing
  if (took === null) throw new Error(`${kind}: not answered within ${milliseconds(UNANSWERED)}`)
  return took
}

/** In the page: until the frame without what kept touches away is on the screen, and nothing that came with the last answer is still to be done. */
const toRest = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(() => resolve())))

/** In the page: milliseconds from the next touch until its answer is painted. */
function watchAnswer({ answer, longest }: { answer: Answer; longest: number }): Promise<number | null> {
  const textOf = (selector: string): string => [...document.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '').join('|')
  const written = (): string => [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value, checked }) => `${value} ${checked}`).join('|')
  const stateOf = (part: Element): string => `${part.getAttribute('aria-expanded')} ${part.getAttribute('aria-pressed')}`
  const chosen = (): string => written() + [...document.querySelectorAll('button')].map(stateOf).join('|')
  const before = { heading: textOf('h1'), written: written(), chosen: chosen() }
  const isAnswered = (): boolean => {
    if (answer === 'typed') return written() !== before.written
    if (answer === 'chosen') return chosen() !== before.chosen
    if (answer === 'closed') return document.querySelector('dialog') === null
    if ('dialog' in answer) return textOf('dialog').includes(answer.dialog)
    return textOf('h1') !== before.heading && textOf('h1').includes(answer.heading)
  }
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), longest)
    // A frame that begins with the answer in the page paints it; the next task comes after that.
    const watch = (start: number): void =>
      void requestAnimationFrame(() => (isAnswered() ? setTimeout(() => resolve(performance.now() - start)) : watch(start)))
    addEventListener('pointerdown', (event) => watch(event.timeStamp), { once: true, capture: true })
  })
}

/** The page's own router. */
interface Routed {
  __vue_app__: { config: { globalProperties: { $router: Pick<Router, 'getRoutes' | 'currentRoute'> } } }
}
const routerOf = (page: Page) => page.evaluateHandle(() => (document.querySelector('#app') as unknown as Routed).__vue_app__.config.globalProperties.$router)
const addressOf = async (page: Page): Promise<string> => (await routerOf(page)).evaluate(({ currentRoute }) => currentRoute.value.matched.at(-1)?.path ?? '')
const addressesOf = async (page: Page): Promise<string[]> =>
  (await routerOf(page)).evaluate((router) => router.getRoutes().flatMap(({ path, redirect }) => (redirect ? [] : [path])))
