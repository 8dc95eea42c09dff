import { describe, expect, it } from 'vitest'
import { answerErrors, schemaErrors } from '../../fixtures/sandbox/openapi.ts'

const contentType = 'application/json; charset=utf-8'
const branch = {
  id: 'b',
  name: 'B',
  kioskId: 'k',
  folioSeries: 'K07',
  timeZone: 'America/Monterrey',
  zoneIds: [],
  serverTime: '2026-11-21T18:00:00Z',
}

describe('the check against the specification', () => {
  it('takes what conforms', () => {
    expect(schemaErrors('Consent', { legalTextId: 'x', version: '1', at: '2026-11-21T18:00:00Z' })).toEqual([])
    expect(answerErrors('GET', '/v1/branch', { status: 200, contentType, body: branch })).toEqual([])
  })

  it('finds what does not', () => {
    expect(schemaErrors('Consent', { legalTextId: 'x', version: 1, at: '2026-11-21 18:00' })).toHaveLength(3)
    expect(answerErrors('GET', '/v1/branch', { status: 200, contentType, body: { ...branch, folioSeries: 'k 7' } })).toHaveLength(1)
    expect(answerErrors('GET', '/v1/branch', { status: 200, contentType: 'text/html', body: '' })).toHaveLength(1)
    expect(answerErrors('GET', '/v1/branch', { status: 204, contentType, body: branch })).toHaveLength(1)
    expect(answerErrors('GET', '/v1/branches', { status: 200, contentType, body: branch })).toHaveLength(1)
    const problem = { type: 'urn:problem:x', title: 'X', status: 400 }
    expect(answerErrors('GET', '/v1/branch', { status: 401, contentType: 'application/problem+json', body: problem })).toHaveLength(1)
  })
})
