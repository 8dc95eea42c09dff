import { Writable } from 'node:stream'
import fc from 'fast-check'
import { createPinia, setActivePinia } from 'pinia'
import { expect, it } from 'vitest'
import { createDispatch } from '../../../electron/ipc/dispatch.ts'
import { createPages } from '../../../electron/ipc/servedPages.ts'
import { createLog } from '../../../electron/log/log.ts'
import { createCounter } from '../../../electron/session/counter.ts'
import { connectBridge } from '../../../renderer/bridge/kioskBridge.ts'
import { useAssist } from '../../../renderer/stores/assist.ts'
import { useClerk } from '../../../renderer/stores/clerk.ts'
import { usePrinting } from '../../../renderer/stores/printing.ts'
import { useSession } from '../../../renderer/stores/session.ts'
import { calls, type Channel, type Handlers } from '../../../shared/contract/index.ts'
import { failure, success, type Result } from '../../../shared/result.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { sampleAnswers } from '../../fakes/kioskSamples.ts'
import { ofAccount, paper, shownBy, type Use } from './accountStores.ts'

const log = createLog(new Writable({ write: (_chunk, _encoding, done) => done() }))
const customers = ['cliente-primera', 'cliente-segunda', 'cliente-tercera']
const lucia = { clerkId: 'c-1', name: 'Lucía', roles: ['clerk'] } as const

/** What the clerk's page keeps of a customer: the stores of an account, and the paper of a visit. */
const kept: Record<string, Use> = { ...ofAccount, printing: { store: usePrinting, use: () => usePrinting().print(paper()) } }

type Path = (string | number)[]
const at = (value: unknown, path: Path): unknown => path.reduce<unknown>((inside, key) => Reflect.get(inside as object, key), value)

function textsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inside]) => textsIn(inside, [...path, key]))
}
function written(value: unknown, paths: readonly Path[], text: string): unknown {
  const copy = structuredClone(value)
  for (const path of paths) Reflect.set(at(copy, path.slice(0, -1)) as object, path.at(-1) ?? '', text)
  return copy
}
const MOST_MARKED = 6
const places = new Map<Channel, Path[]>()
/** The sample answer with a name in its first texts, as far as the contract takes any text there. */
function marked(channel: Channel, name: string): unknown {
  const sample: unknown = sampleAnswers[channel]
  const takes = (path: Path): boolean => calls[channel].answer.safeParse(written(sample, [path], name)).success
  if (!places.has(channel)) places.set(channel, textsIn(sample).slice(0, 40).filter(takes).slice(0, MOST_MARKED))
  return written(sample, places.get(channel) ?? [], name)
}

/**
 * The page's own stores, the program's own counter and dispatch, and between them two lines on which what is sent comes in order, but as late as the test
 * wants; services answer as late too.
 */
function openCounterAndPage() {
  const toMain: (() => void)[] = []
  const toPage: (() => void)[] = []
  const answering: (() => void)[] = []
  const pages = createPages()
  const counter = createCounter({
    clock: fakeClock(),
    isPrinting: () => false,
    onWarning: () => undefined,
    onWithdrawn: () => undefined,
    onServed: (_left, { person: { serving } }) => pages.tell('assist.changed', { serving: serving === null ? null : { accountId: serving, zoneId: 'mty' } }),
    onEnded: (reason, _left, { person }) =>
      pages.tell('session.ended', { reason, ...(person.kind === 'clerk' && { clerk: { ...lucia, roles: [...lucia.roles], locked: false } }) }),
  })
  const servedNow = (): string | null => {
    const { person } = counter.current()
    return person.kind === 'clerk' ? person.serving : null
  }
  function answer(channel: Channel, request: object): Result<unknown> | Promise<Result<unknown>> {
    const serving = servedNow()
    const accountId = (Reflect.get(request, 'accountId') as string | undefined) ?? serving
    if (channel === 'assist.open') return counter.serve(accountId) ? success({}) : failure({ code: 'not-allowed' })
    if (channel === 'assist.close') return counter.serve(null) ? success({}) : failure({ code: 'not-allowed' })
    if (calls[channel].audience === 'everybody' && !('accountId' in request)) return success(sampleAnswers[channel])
    if (accountId === null || accountId !== serving) return failure({ code: 'not-allowed' })
    return new Promise((resolve) => answering.push(() => resolve(success(marked(channel, accountId)))))
  }
  const handlers = Object.fromEntries((Object.keys(calls) as Channel[]).map((channel) => [channel, (request: object) => answer(channel, request)]))
  const dispatch = createDispatch(handlers as unknown as Handlers, { log, counter, onCorrupt: () => undefined })
  let listener: (name: string, payload: unknown) => void = () => undefined
  const page = pages.connect((name, payload) => toPage.push(() => listener(name, payload)), { counter, dispatch })
  connectBridge({
    subscribe: (next) => void (listener = next),
    call: (channel, request) =>
      new Promise((resolve) => {
        toMain.push(() => void page.call(channel, structuredClone(request)).then((result) => toPage.push(() => resolve(structuredClone(result)))))
      }),
  })
  setActivePinia(createPinia())
  const tellOfPaper = (): void => {
    const serving = servedNow()
    if (serving !== null) pages.tell('printing.job', marked('printing.job', serving) as (typeof sampleAnswers)['printing.job'])
  }
  return { toMain, toPage, answering, counter, tellOfPaper }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
type World = ReturnType<typeof openCounterAndPage>

/** Of whom anything is shown who is not served. */
function mixed(): string[] {
  const others = customers.filter((name) => name !== useSession().accountId)
  return Object.entries(kept).flatMap(([id, { store }]) => others.filter((name) => shownBy(store()).includes(name)).map((name) => `${id}: ${name}`))
}
function useAll(): void {
  // Nobody looks at an account where none is open.
  if (!useSession().isOpen) return
  for (const { use } of Object.values(kept)) void Promise.resolve(use()).catch(() => undefined)
}
async function deliverAll({ toMain, toPage, answering }: World): Promise<void> {
  while (toMain.length + toPage.length + answering.length > 0) {
    for (const line of [toMain, answering, toPage]) for (const step of line.splice(0)) step()
    await settled()
  }
}
async function begin(): Promise<World> {
  const world = openCounterAndPage()
  useClerk()
  useAssist()
  for (const { store } of Object.values(kept)) store()
  world.counter.takeOver(lucia)
  await deliverAll(world)
  return world
}

type Step = { kind: 'open'; whom: number } | { kind: 'close' | 'use' | 'paper' } | { kind: 'toMain' | 'toPage' | 'answering'; which: number }

function take({ toMain, toPage, answering, tellOfPaper }: World, step: Step): void {
  if ('whom' in step) void useAssist().open(customers[step.whom] ?? '')
  else if (!('which' in step)) void { close: useAssist().close, use: useAll, paper: tellOfPaper }[step.kind]()
  else if (step.kind === 'answering') answering.splice(step.which % Math.max(1, answering.length), 1)[0]?.()
  else for (const deliver of { toMain, toPage }[step.kind].splice(0, step.which)) deliver()
}

const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('open' as const), whom: fc.nat(2) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('close' as const, 'use' as const, 'use' as const, 'paper' as const) }) },
  {
    weight: 10,
    arbitrary: fc.record({ kind: fc.constantFrom('toMain' as const, 'toPage' as const, 'answering' as const), which: fc.integer({ min: 1, max: 30 }) }),
  },
)

it('S43 shows nothing of one customer while another is served, or none, whatever comes late and in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 10, maxLength: 60 }), async (taken) => {
      const world = await begin()
      for (const step of taken) {
        take(world, step)
        await settled()
        expect(mixed()).toEqual([])
      }
      await deliverAll(world)
      expect(mixed()).toEqual([])
    }),
    { numRuns: 60 },
  )
})

it('and shows everything of the one who is served, where all comes in time', async () => {
  const world = await begin()
  for (const name of customers) {
    void useAssist().open(name)
    await deliverAll(world)
    useAll()
    await deliverAll(world)
    expect(Object.keys(kept).filter((id) => !shownBy(kept[id]!.store()).includes(name))).toEqual([])
    expect(mixed()).toEqual([])
  }
})
