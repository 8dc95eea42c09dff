import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import type { SignedIn } from '../../../electron/api/customers.ts'
import { guessableProblem } from '../../../electron/customers/guessable.ts'
import type { EventOf, RequestOf } from '../../../shared/contract/index.ts'
import { failure, type Result } from '../../../shared/result.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { anAccount, anInvoice } from '../../fixtures/accounts/branchData.ts'
import { openOfficeKiosk, type OfficePage } from '../../fixtures/accounts/officeKiosk.ts'
import { PASSWORD } from '../../fixtures/sandbox/customerOffice.ts'
import { createDice, type Dice } from '../../model/dice.ts'
import { accountIds, answers, createLateUtility, type Asked } from '../../model/lateUtility.ts'
import { createVisitOracle } from '../../model/visitOracle.ts'
import { doStep, isDone, numbersOf, passTime, steps, type Done, type Step } from '../../model/visitSteps.ts'

/** Another number of runs, or a run to be seen again: `MODEL_RUNS=1000 MODEL_SEED=7 vitest run modelVisits`. */
const numRuns = Number(process.env.MODEL_RUNS ?? 100)
const seed = process.env.MODEL_SEED === undefined ? {} : { seed: Number(process.env.MODEL_SEED) }

const HERE = [1, 2] as const
const accounts = {
  accounts: HERE.map((one) => anAccount({ id: `a-${one}`, zoneId: 'zona-monterrey', number: numbersOf(one).number, checkDigit: null })),
  invoices: HERE.map((one) => anInvoice({ id: `i-${one}`, accountId: `a-${one}`, number: numbersOf(one).invoiceNumber })),
}

/** Lets everything happen that waits for nothing. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

// Its dictionaries take longer than that.
beforeAll(async () => void (await guessableProblem(PASSWORD, [])))

/** The program's own parts, a utility that answers when the script says, and an oracle of who is there. */
function open() {
  const clock = fakeClock()
  const utility = createLateUtility()
  const oracle = createVisitOracle(clock.elapsed)
  const wrong: string[] = []
  const note = (what: string | null): void => void (what !== null && wrong.push(what))
  function onEvent(name: string, payload: unknown): void {
    note(oracle.judge(payload))
    if (name === 'session.ended') oracle.end((payload as EventOf<'session.ended'>).reason !== 'finished')
    if (name === 'contracts.changed' && oracle.token() === null) note(`visit ${oracle.visit()} was told of contracts that nobody has`)
  }
  const kiosk = openOfficeKiosk({ api: utility, clock, accounts, onEvent })
  return { clock, utility, oracle, kiosk, wrong, note, issued: new Set<string>(), cancelled: new Set<Asked>(), page: null as OfficePage | null }
}
type World = ReturnType<typeof open>

/** Asks as whoever is there now, and judges the answer as whoever is there then. */
async function ask(world: World, call: (page: OfficePage) => Promise<Result<unknown>>): Promise<Result<unknown> | null> {
  const { page, oracle, utility, note } = world
  if (!page) return null
  const visit = oracle.visit()
  const answer = await utility.inVisit(visit, () => call(page))
  note(oracle.judge(answer))
  if (visit !== oracle.visit()) note(oracle.judgeLate(answer))
  return visit === oracle.visit() ? answer : null
}

async function act(world: World, step: Done, dice: Dice): Promise<void> {
  const { oracle, utility, cancelled } = world
  if (step === 'cancel' && world.page && !oracle.lags()) utility.asked.filter(({ what }) => what === 'signIn').forEach((one) => cancelled.add(one))
  const answer = await ask(world, (page) => doStep(step, page, dice))
  const opened = answer?.ok && (answer.value as { accountId?: string }).accountId
  if (opened) oracle.showedBill(opened, step === 'second bill')
  // An answer that comes within the visit: it should have ended.
  if (answer?.ok && (step === 'leave' || (step === 'cancel' && oracle.token() !== null))) world.note(`visit ${oracle.visit()} goes on after ${step}`)
}

/** A sign-in that is answered well is the visitor's who asked, if they are there and still want it; any other is to be ended. */
function answer(world: World, dice: Dice, one: Asked, how = dice.pick(answers)): void {
  const { oracle, issued, cancelled } = world
  if (one.what === 'signIn' && how === 'good') {
    const { sessionToken = '', accountIds: theirs } = one.told as SignedIn
    issued.add(sessionToken)
    if (one.visit === oracle.visit() && !cancelled.has(one)) oracle.signedIn(sessionToken, theirs)
  }
  one.give(how)
}

/** A sign-in that is typed, sent and answered well: what is worth most to whoever comes next. */
async function enter(world: World, dice: Dice): Promise<void> {
  await touch(world, { mode: 'form', accessible: dice.chance(0.2) })
  void act(world, 'sign in', dice)
  await settle()
  const one = world.utility.asked.findLast(({ what }) => what === 'signIn')
  if (one) answer(world, dice, one, 'good')
}

async function play(world: World, step: Step, dice: Dice): Promise<void> {
  const { clock, utility, oracle, kiosk } = world
  if (isDone(step)) void act(world, step, dice)
  else if (step === 'answer') {
    if (utility.asked.length > 0) answer(world, dice, dice.pick(utility.asked))
  } else if (step === 'pass') passTime(clock, dice)
  else if (step === 'stay') await stay(world, dice)
  else if (step === 'touch') await touch(world, { mode: dice.pick(['reading', 'form']), accessible: dice.chance(0.2) })
  else if (step === 'enter') await enter(world, dice)
  else if (step === 'begin') {
    void ask(world, (page) => page.call('session.started', {}))
    oracle.started()
  } else {
    if (step === 'load' || world.page) oracle.begin()
    await replacePage(world, step === 'load' ? () => kiosk.load() : null)
  }
  await settle()
}

/** A page that was replaced, or closed, has nothing to say any more, and ends nothing. */
async function replacePage(world: World, load: (() => OfficePage) | null): Promise<void> {
  const { page } = world
  if (!load) page?.close()
  world.page = load?.() ?? null
  if (page) expect(await page.call('session.end', {})).toEqual(failure({ code: 'disconnected' }))
  page?.close()
}

async function touch(world: World, activity: RequestOf<'session.activity'>): Promise<void> {
  if (world.page && !world.oracle.lags()) world.oracle.touched(activity.accessible)
  await ask(world, (page) => page.call('session.activity', activity))
}

/** Somebody who takes their time, up to an hour. */
async function stay(world: World, dice: Dice): Promise<void> {
  const activity = { mode: 'reading', accessible: dice.chance(0.2) } as const
  for (let times = dice.below(72); times > 0; times -= 1) {
    await touch(world, activity)
    world.clock.advance(50_000)
    expect(world.oracle.isOverdue()).toBe(false)
  }
}

/** Whatever happened: what is open is what the oracle knows to be, and no sign-in is open at the utility that nobody here is in. */
async function expectSound(world: World): Promise<void> {
  const { kiosk, oracle, utility, issued, wrong } = world
  expect([...wrong, ...utility.mixedUp]).toEqual([])
  expect(oracle.isOverdue()).toBe(false)
  expect(accountIds.filter((id) => kiosk.counter.mayRead(id))).toEqual([...oracle.holds()].sort())
  const open = [...issued].filter((token) => !utility.signedOut.has(token))
  expect(open).toEqual([oracle.token()].filter((token) => token !== null))
  expect(kiosk.keys.of(kiosk.counter.current().id)?.sessionToken ?? null).toBe(oracle.token())
  for (const accountId of accountIds) {
    const home = await ask(world, (page) => page.call('account.home', { accountId }))
    const mayRead = oracle.holds().includes(accountId) && world.page !== null && !oracle.lags()
    // What the branch does not hold may have come, or not.
    if (!mayRead || accountId.startsWith('a-')) expect([accountId, home?.ok ?? false]).toEqual([accountId, mayRead])
    await ask(world, (page) => page.call('customerData.show', { accountId, whole: true }))
  }
}

async function run(script: readonly Step[], dice: Dice): Promise<void> {
  const world = open()
  world.oracle.begin()
  world.page = world.kiosk.load()
  for (const step of script) {
    await play(world, step, dice)
    await expectSound(world)
  }
  // Everybody has gone, and the utility answers at last.
  for (const one of [...world.utility.asked]) answer(world, dice, one, 'good')
  await settle()
  await expectSound(world)
  world.clock.advance(400_000)
  await settle()
  await expectSound(world)
  expect(world.oracle.holds()).toEqual([])
  expect(world.kiosk.counter.current().person).toEqual({ kind: 'visitor' })
  world.kiosk.close()
}

it('whatever is asked, answered, late, refused or left, nobody reads what they do not hold, nothing of one visit reaches the next, and no sign-in stays open', async () => {
  const scripts = fc.tuple(fc.array(fc.constantFrom(...steps), { minLength: 5, maxLength: 60 }), fc.integer())
  await fc.assert(
    fc.asyncProperty(scripts, ([script, dice]) => run(script, createDice(dice))),
    { numRuns, ...seed, interruptAfterTimeLimit: 240_000, markInterruptAsFailure: false },
  )
}, 600_000)
