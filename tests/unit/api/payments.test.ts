import { describe, expect, it } from 'vitest'
import { readIntent } from '../../../electron/api/payments.ts'
import type { ApiOutcome } from '../../../electron/api/outcome.ts'
import type { Reply } from '../../../electron/api/exchange.ts'

const whole = {
  id: 'pi-1',
  status: 'pending',
  amount: 128_450,
  reference: 'PL-1',
  checkoutUrl: 'https://pagos.bbva.example/c/1',
  expiresAt: '2026-11-21T17:00:00Z',
}
const reply = (change: object = {}): ApiOutcome<Reply> => ({
  ok: true,
  value: { status: 200, contentType: 'application/json', retryAfter: undefined, answeredAt: 5, body: Buffer.from(JSON.stringify({ ...whole, ...change })) },
})
const read = (change: object = {}, mayStayHere = false) => readIntent(reply(change), { mayStayHere, paymentId: 'pi-1' })

describe('what the utility says of a payment', () => {
  it('is read with the time of its answer', () => {
    expect(read()).toEqual({ ok: true, value: { intent: whole, at: 5 } })
  })

  it.each([
    ['of another payment', { id: 'pi-2' }],
    ['without a name', { id: '' }],
    ['in a state that there is not', { status: 'authorised' }],
    ['with an amount that is no whole number', { amount: 1.5 }],
    ['without an end', { expiresAt: 'soon' }],
  ])('is no answer %s', (_, change) => {
    expect(read(change)).toMatchObject({ ok: false, failure: 'not-an-answer' })
  })

  it.each([
    'http://pagos.bbva.example/c/1',
    'http://127.0.0.1:4010/banco/1',
    'https://localhost/banco/1',
    'https://bbva.example@malo.example/c/1',
    'javascript:alert(1)',
    'ftp://pagos.bbva.example/c/1',
    'https://pagos.bbva.example/á',
    String.raw`https://pagos.bbva.example\@malo.example/c`,
    'https:pagos.bbva.example/c',
    'https:///pagos.bbva.example/c',
    '',
    `https://pagos.bbva.example/${'1'.repeat(500)}`,
  ])('S04 has no page that a person may be sent to where it is %s', (checkoutUrl) => {
    expect(read({ checkoutUrl })).toMatchObject({ ok: true, value: { intent: { checkoutUrl: null } } })
  })

  it('may have its page on this machine only where the utility is here too', () => {
    const checkoutUrl = 'http://127.0.0.1:4010/banco/1'
    expect(read({ checkoutUrl }, true)).toMatchObject({ value: { intent: { checkoutUrl } } })
  })

  it('has a reference that fits a line, whatever was sent', () => {
    const outcome = read({ reference: `\u202eA\n${'9'.repeat(9_000)}` })
    expect(outcome.ok && outcome.value.intent.reference).toMatch(/^A 9+…$/)
    expect(outcome.ok && outcome.value.intent.reference.length).toBeLessThanOrEqual(60)
  })
})
