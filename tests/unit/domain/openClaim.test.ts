import { describe, expect, it } from 'vitest'
import { folioToAddTo, isUnfinished, openClaimAbout } from '../../../shared/domain/openClaim.ts'
import { sampleRequests } from '../../fakes/requestSamples.ts'

const [sample] = sampleRequests
const claim = (change: Partial<NonNullable<typeof sample>> = {}) => ({ ...(sample as NonNullable<typeof sample>), ...change })
const topic = { id: 'consumo', name: 'Consumo elevado', requiresInvoice: true }
const about = (requests: ReturnType<typeof claim>[], change = {}) => openClaimAbout(requests, { topic: { ...topic, ...change }, invoiceId: 'i9' })?.id

it.each([
  ['stored', true],
  ['setAside', true],
  ['closed', false],
  ['waitingCustomer', true],
  ['resolved', false],
  ['rejected', false],
] as const)('what is %s waits for somebody: %s', (state, waits) => {
  expect(isUnfinished({ state })).toBe(waits)
})

describe('an open claim about the same', () => {
  it('is one on the topic, and on the invoice where the topic asks for one', () => {
    expect(about([claim()])).toBe('c1')
    expect(about([claim({ invoiceId: 'i1' })])).toBeUndefined()
    expect(about([claim({ invoiceId: null })])).toBeUndefined()
    expect(about([claim({ invoiceId: 'i1' })], { requiresInvoice: false })).toBe('c1')
    expect(about([claim({ topicId: 'fuga' })])).toBeUndefined()
    expect(openClaimAbout([claim({ invoiceId: null })], { topic, invoiceId: '' })).toBeNull()
  })

  it('is known by the topic’s name where the utility tells no more', () => {
    expect(about([claim({ topicId: null })])).toBe('c1')
    expect(about([claim({ topicId: null, topic: 'Fuga' })])).toBeUndefined()
  })

  it.each(['setAside', 'closed', 'resolved', 'rejected'] as const)('is none that is %s', (state) => {
    expect(about([claim({ state })])).toBeUndefined()
  })

  it('is no question, and none without a folio', () => {
    expect(about([claim({ kind: 'question' })])).toBeUndefined()
    expect(about([claim({ folio: null })])).toBeUndefined()
  })

  it('is added to by the utility’s folio, and by the one given here where that is missing or empty', () => {
    expect(folioToAddTo(claim({ utilityFolio: 'S-77' }))).toBe('S-77')
    expect(folioToAddTo(claim({ utilityFolio: '' }))).toBe('K07-20261121-00428')
    expect(folioToAddTo(claim({ utilityFolio: '', folio: '' }))).toBeNull()
  })

  it('of several is the one that the others add to', () => {
    expect(about([claim({ id: 'second', addsTo: 'K07-20261121-00428' }), claim()])).toBe('c1')
  })
})
