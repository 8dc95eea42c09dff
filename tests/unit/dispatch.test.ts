import Database from 'better-sqlite3'
import fc from 'fast-check'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Writable } from 'node:stream'
import { describe, expect, it, vi } from 'vitest'
import { openDatabase } from '../../electron/cache/openDatabase.ts'
import { createDispatch } from '../../electron/ipc/dispatch.ts'
import { createLog } from '../../electron/log/log.ts'
import { audiences, staffRole, type Standing } from '../../shared/contract/audience.ts'
import { calls, type Channel, type Handlers } from '../../shared/contract/index.ts'
import type { Result } from '../../shared/result.ts'
import { createCounter } from '../../electron/session/counter.ts'
import { fakeClock } from '../fakes/clock.ts'

const channels = Object.keys(calls) as Channel[]

const nothingHappens = (): void => undefined

function openCounter() {
  return createCounter({ clock: fakeClock(), isPrinting: () => false, onWarning: nothingHappens, onWithdrawn: nothingHappens, onEnded: nothingHappens })
}

/** Whoever may call it stands there. */
function counterFor(channel: Channel) {
  const counter = openCounter()
  const allowed: readonly Standing[] = audiences[calls[channel].audience]
  if (allowed.includes('visitor')) return counter
  counter.takeOver({ clerkId: 'c-1', name: 'Lucía', roles: staffRole.options })
  if (allowed.includes('locked')) counter.lock()
  return counter
}

function setUp(answer: (channel: Channel, request: unknown) => Result<unknown> | Promise<Result<unknown>>, counter = openCounter()) {
  const lines: string[] = []
  const log = createLog(new Writable({ write: (chunk: Buffer, _, done) => (lines.push(chunk.toString()), done()) }))
  const handlers = Object.fromEntries(channels.map((channel) => [channel, (request: unknown) => answer(channel, request)]))
  const onCorrupt = vi.fn()
  return { dispatch: createDispatch(handlers as unknown as Handlers, { log, onCorrupt, counter }), lines, onCorrupt }
}

/** Own `__proto__`, `constructor` and `prototype` keys, as JSON can carry them. */
const polluting = fc
  .constantFrom(
    '{"__proto__":{"polluted":true}}',
    '{"constructor":{"prototype":{"polluted":true}}}',
    '{"accountId":"a","__proto__":{"polluted":true}}',
    '{"zoneId":"z","accountNumber":"1","invoiceNumber":"2","__proto__":{"polluted":true},"toString":"x"}',
  )
  .map((text) => JSON.parse(text) as unknown)

const hostile = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true, withTypedArray: true }),
  polluting,
  fc.constant({ zoneId: 'z'.repeat(1_000_000), accountNumber: '1', invoiceNumber: '2' }),
  fc.constant(Array.from({ length: 100_000 }, (_, index) => index)),
  fc.record({ accountId: fc.anything(), invoiceId: fc.anything(), jobId: fc.anything(), language: fc.anything() }, { requiredKeys: [] }),
)

describe('S06 hostile arguments', () => {
  it.each(channels)('on %s are refused, or reach the service as its contract says, and nothing breaks', async (channel) => {
    let reached: unknown
    const { dispatch } = setUp((_, request) => {
      reached = request
      return { ok: false, problem: { code: 'not-found' } }
    }, counterFor(channel))
    await fc.assert(
      fc.asyncProperty(hostile, async (request) => {
        reached = undefined
        const result = await dispatch(channel, request)
        expect(result.ok).toBe(false)
        if (result.ok) return
        expect(['bad-request', 'not-found']).toContain(result.problem.code)
        if (result.problem.code === 'not-found') expect(calls[channel].request.safeParse(reached).success).toBe(true)
        expect(({} as Record<string, unknown>).polluted).toBeUndefined()
      }),
      { numRuns: 200 },
    )
  })

  it('on channels that do not exist are refused', async () => {
    const { dispatch } = setUp(() => ({ ok: true, value: {} }))
    const names = fc.oneof(fc.anything(), fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'session'))
    await fc.assert(
      fc.asyncProperty(names, async (name) => {
        expect(await dispatch(name, {})).toEqual({ ok: false, problem: { code: 'bad-request' } })
      }),
    )
  })
})

describe('S16 a full disk', () => {
  it('is told as such, not as a bug', async () => {
    const full = openDatabase(':memory:', { role: 'durable' })
    full.pragma(`max_page_count = ${String(full.pragma('page_count', { simple: true }))}`)
    const { dispatch, lines } = setUp(() => {
      for (;;) full.prepare("INSERT INTO incident (at, code) VALUES ('', ?)").run('x'.repeat(4_000))
    })
    expect(await dispatch('kiosk.status', {})).toEqual({ ok: false, problem: { code: 'cannot-store' } })
    expect(lines).toEqual([])
  })
})

describe('S18 a damaged page of the database', () => {
  it('is a bug to the page, and reported to whoever recovers the database', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'ventanilla-')), 'damaged.db')
    const whole = openDatabase(file, { role: 'feed' })
    whole.prepare("INSERT INTO incident (at, code) VALUES ('', ?)").run('x'.repeat(40_000))
    whole.pragma('journal_mode = DELETE')
    whole.close()
    const size = statSync(file).size
    writeFileSync(file, Buffer.concat([readFileSync(file).subarray(0, 4_096), Buffer.alloc(size - 4_096, 0xa5)]))
    const damaged = new Database(file)
    const { dispatch, onCorrupt } = setUp(() => ({ ok: true, value: damaged.prepare('SELECT * FROM incident').all() }))
    expect(await dispatch('kiosk.status', {})).toMatchObject({ ok: false, problem: { code: 'internal' } })
    expect(onCorrupt).toHaveBeenCalledOnce()
    damaged.close()
    rmSync(dirname(file), { recursive: true })
  })
})

describe('an answer', () => {
  it('loses what the contract does not name', async () => {
    const { dispatch } = setUp(() => ({ ok: true, value: { incidentId: 'x', secret: 'holder' } }))
    expect(await dispatch('kiosk.reportBug', { name: 'E', stack: '' })).toEqual({ ok: true, value: { incidentId: 'x' } })
  })

  it('that breaks the contract, and a service that throws, become an incident that the log explains without data', async () => {
    const broken = setUp(() => ({ ok: true, value: { incidentId: 5 } }))
    const throwing = setUp(() => {
      throw new Error('Ana Méndez Prieto')
    })
    for (const { dispatch, lines } of [broken, throwing]) {
      const result = await dispatch('kiosk.reportBug', { name: 'E', stack: '' })
      if (result.ok) throw new Error('answered')
      expect(result.problem.code).toBe('internal')
      expect(lines.join('')).toContain(result.problem.incidentId)
      expect(lines.join('')).not.toContain('Ana')
    }
  })
})

const duplicate = { kind: 'duplicate', invoiceId: 'i' }
const account = { accountId: 'a' }
const job = { jobId: 'j' }
const form = {
  formId: '0190f3a1-0000-7000-8000-000000000001',
  accountId: 'a',
  kind: 'claim',
  topicId: 't',
  text: 'x',
  invoiceId: '',
  reading: '',
  disputedAmount: '',
  addsTo: '',
  email: '',
  phone: '',
  privacyNotice: null,
}

const registration = {
  zoneId: 'z',
  holderKind: 'person',
  ...Object.fromEntries(
    [
      'accountNumber',
      'contractNumber',
      'invoiceNumber',
      'meterNumber',
      'givenNames',
      'familyName',
      'secondFamilyName',
      'companyName',
      'documentType',
      'documentNumber',
    ].map((field) => [field, '']),
  ),
  ...{ userName: '', email: '', emailAgain: '', password: '', passwordAgain: null, acceptsNotice: true, acceptsTerms: true, notice: null, terms: null },
}

/** A good request of each channel that wants one. */
const goodRequests: { [C in Channel]?: unknown } = {
  'kiosk.privacyNotice': { language: 'es', accountId: null },
  'kiosk.reportBug': { name: 'E', stack: '' },
  'lookup.identify': { zoneId: 'z', accountNumber: '1', invoiceNumber: '2' },
  'lookup.scan': { zoneId: null, text: '40989917' },
  'signIn.enter': { login: 'a', password: 'b' },
  'signIn.askForRenewal': { login: 'a' },
  'signIn.renew': { code: '1', password: 'b' },
  'registration.texts': { zoneId: 'z', language: 'es' },
  'registration.send': registration,
  'registration.changeEmail': { email: 'a@b.mx' },
  'registration.activate': { code: '1', password: 'b', passwordAgain: null },
  'account.home': account,
  'account.invoices': account,
  'account.invoice': { invoiceId: 'i' },
  'requests.list': account,
  'requests.file': form,
  'contact.file': { formId: form.formId, privacyNotice: null, noticeOf: null, topicId: 't', name: '', accountNumber: '', message: '', email: '', phone: '' },
  'requests.filed': { commandId: 'c' },
  'requests.byFolio': { folio: 'K07' },
  'statement.show': { ...account, from: '', to: '' },
  'consumption.show': account,
  'reading.show': account,
  'supply.show': account,
  'invoiceDelivery.show': { ...account, language: 'es' },
  'customerData.show': { ...account, whole: true },
  'customerData.askForEmail': { email: 'a@b.mx', password: 'b' },
  'payments.list': account,
  'onlinePayments.open': { bankId: 'b', invoiceIds: ['i'] },
  'onlinePayments.show': { paymentId: 'p' },
  'onlinePayments.list': account,
  'speech.say': { text: 'Mi cuenta', language: 'es-MX', speed: 180 },
  'phone.offer': { document: duplicate, format: 'pdf', language: 'es' },
  'agreements.list': account,
  'guide.questions': { language: 'es', search: '', accountId: null },
  'guide.answer': { id: 'q' },
  'guide.payPlaces': { zoneId: 'z' },
  'payment.options': { invoiceId: 'i' },
  'printing.print': { document: duplicate },
  'printing.job': job,
  'printing.cancel': job,
  'printing.retry': job,
  'printing.answer': { ...job, cameOut: true },
  'preview.open': { document: duplicate },
  'preview.page': { previewId: 'p', page: 0, width: 400 },
  'saving.save': { document: duplicate, format: 'pdf', placeId: 's' },
  'dayEnd.show': { day: null },
  'dayEnd.sign': { day: '2026-11-21', digest: 'a'.repeat(64) },
  'selfTest.judge': { check: 'touch', works: true },
  'search.find': { text: 'm' },
  'assist.open': account,
  'assist.customer': account,
  'staff.answerJob': { ...job, cameOut: true },
  'staff.jobs': { before: null },
  'staff.reprint': { ...job, reason: 'lost', note: '' },
  'outbox.list': { state: 'refused', before: null },
  'outbox.find': { folio: 'K07' },
  'outbox.open': { commandId: 'c' },
  'outbox.correction': { commandId: 'c' },
  'outbox.correct': { commandId: 'c', formId: '0190f3a1-0000-7000-8000-000000000001', form: { kind: 'reading', meterNumber: 'M-1', reading: '1' } },
  'outbox.close': { commandId: 'c', note: 'Desistió' },
}

describe('S43 a call whose answer is made after its session ended', () => {
  const withContent = channels.filter((channel) => !calls[channel].answer.safeParse({}).success)

  it('is about every channel that answers anything', () => {
    expect(withContent.length).toBeGreaterThan(20)
    expect(channels.filter((channel) => !withContent.includes(channel)).sort()).toEqual([
      'assist.close',
      'assist.open',
      'clerk.lock',
      'clerk.signIn',
      'clerk.unlock',
      'contracts.readAgain',
      'customerData.changePassword',
      'customerData.confirmEmail',
      'phone.withdraw',
      'registration.activate',
      'session.activity',
      'session.end',
      'session.started',
      'signIn.cancel',
      'signIn.renew',
      'staff.printTestPage',
    ])
  })

  it.each(withContent)('of %s, good or bad or a bug, is answered with nothing of it', async (channel) => {
    expect(calls[channel].request.safeParse(goodRequests[channel] ?? {}).error).toBeUndefined()
    for (const outcome of ['answer', 'problem', 'bug'] as const) {
      const counter = counterFor(channel)
      const late = Promise.withResolvers<Result<unknown>>()
      const { dispatch } = setUp(() => late.promise, counter)
      const answer = dispatch(channel, goodRequests[channel] ?? {})
      counter.end('finished')
      if (outcome === 'bug') late.reject(new Error('late'))
      else late.resolve(outcome === 'answer' ? { ok: true, value: { secret: 'holder' } } : { ok: false, problem: { code: 'no-match' } })
      expect(await answer).toEqual({ ok: false, problem: { code: 'not-allowed' } })
    }
  })

  it('opens no account for whoever has come, and may read none', async () => {
    const counter = openCounter()
    const ended = Promise.withResolvers<undefined>()
    let couldRead: boolean | undefined
    const { dispatch } = setUp(async () => {
      await ended.promise
      counter.openAccount('a-late', 'i-late')
      couldRead = counter.mayRead('a-next')
      return { ok: true, value: {} }
    }, counter)
    const answer = dispatch('kiosk.describe', {})
    counter.end('idle')
    counter.openAccount('a-next', 'i-next')
    ended.resolve(undefined)
    await answer
    expect(counter.current().person).toEqual({ kind: 'invoiceHolder', bills: [{ accountId: 'a-next', invoiceId: 'i-next' }] })
    expect(couldRead).toBe(false)
    expect(counter.mayRead('a-next')).toBe(true)
  })

  it('that ends the session itself is answered', async () => {
    const counter = openCounter()
    const { dispatch } = setUp(() => {
      counter.end('finished')
      return { ok: true, value: {} }
    }, counter)
    expect(await dispatch('session.end', {})).toEqual({ ok: true, value: {} })
  })
})
