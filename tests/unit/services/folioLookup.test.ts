import { beforeEach, describe, expect, it } from 'vitest'
import { failure } from '../../../shared/result.ts'
import { aForm, aRequest, openRequestServices } from '../../fixtures/outbox/requestServices.ts'

type Services = ReturnType<typeof openRequestServices>
let { db, visit, putRequest } = {} as Services

const ask = (folio: string) => visit.requests['requests.byFolio']({ folio })
const wrong = (problem: 'unknown-number' | 'not-a-folio') => failure({ code: 'invalid-fields', fields: [{ field: 'folio', problem }] })
const here = { ok: true, value: { folio: 'K07-20261121-00428', utilityFolio: 'R-2026-118204', kind: 'claim', state: 'received' } }

beforeEach(() => {
  ;({ db, visit, putRequest } = openRequestServices())
  visit.requests['requests.file'](aForm())
  db.prepare("UPDATE command SET state = 'delivered', utility_folio = 'R-2026-118204', received_at = '2026-11-21T16:43:00Z'").run()
  visit.counter.end('finished')
})

describe('the utility’s number on the receipt', () => {
  it.each(['R-2026-118204', 'r2026118204', ' R 2026 118204 ', 'R–2026–118204', 'Folio de la empresa: R-2026-118204', 'No. R-2026-118204'])(
    '%j tells what the folio tells',
    (typed) => {
      expect(ask(typed)).toMatchObject(here)
      expect(ask(typed)).toEqual(ask('K07-20261121-00428'))
    },
  )

  it('tells what the feed tells of that request since', () => {
    putRequest(aRequest({ folio: 'R-2026-118204', commandId: aForm().formId, status: 'resolved' }))
    expect(ask('R-2026-118204')).toMatchObject({ ok: true, value: { state: 'resolved', folio: 'K07-20261121-00428' } })
  })

  it('of a request that was not filed here tells nothing, as one that there is not', () => {
    putRequest(aRequest({ folio: 'R-2026-000001' }))
    expect(ask('R-2026-000001')).toEqual(wrong('unknown-number'))
    expect(ask('R-2026-999999')).toEqual(wrong('unknown-number'))
  })

  it('is guessed no faster than an invoice, and a hit forgives no misses', () => {
    for (let guess = 0; guess < 5; guess++) {
      expect(ask(`R-2026-${guess}`)).toEqual(wrong('unknown-number'))
      if (guess < 4) expect(ask('R-2026-118204')).toMatchObject(here)
    }
    expect(ask('R-2026-6')).toEqual(failure({ code: 'throttled', retryAfterSeconds: 1 }))
    expect(ask('R-2026-118204')).toEqual(failure({ code: 'throttled', retryAfterSeconds: 1 }))
    expect(ask('K07-20261121-00428')).toMatchObject(here)
    visit.clock.advance(1000)
    expect(ask('R-2026-118204')).toMatchObject(here)
  })

  it.each(['mi reclamo', 'K07', 'R-26'])('is not %j: that is no guess', (typed) => {
    for (let time = 0; time < 9; time++) expect(ask(typed)).toEqual(wrong('not-a-folio'))
    expect(visit.throttle.remaining()).toBe(0)
  })
})
