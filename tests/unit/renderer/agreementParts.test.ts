import { expect, it } from 'vitest'
import { firstParts, partsOf } from '../../../renderer/areas/agreements/inParts.ts'
import { sampleAgreement } from '../../fakes/agreementSamples.ts'

const list = [sampleAgreement(), sampleAgreement({ id: 'none', installments: [] }), sampleAgreement({ id: 'last' })]
const rowsOf = (parts: number): number[] => firstParts(list, parts).map(({ rows }) => rows)

it('a list is built agreement by agreement, row by row', () => {
  expect(partsOf(list)).toBe(15)
  expect([0, 1, 3, 7, 8, 9, 14, 15, Infinity].map(rowsOf)).toEqual([[], [0], [2], [6], [6, 0], [6, 0, 0], [6, 0, 5], [6, 0, 6], [6, 0, 6]])
  expect([partsOf([]), firstParts([], Infinity)]).toEqual([0, []])
})
