import { expect, it } from 'vitest'
import { must, problemOf } from '../../fixtures/printing/printingUnderTest.ts'
import { aForm, openRequestServices } from '../../fixtures/outbox/requestServices.ts'

const SECOND = '0190f3a1-0000-7000-8000-000000000002'

it('what a clerk files for a customer is filed by the clerk, for that account, in that customer’s visit, and nobody else’s receipt', () => {
  const { orders, visit } = openRequestServices()
  const { counter, requests } = visit
  counter.takeOver({ clerkId: 'c-17', name: 'Lucía', roles: ['clerk'] })
  expect(problemOf(requests['requests.file'](aForm()))).toBe('not-allowed')
  counter.serve('a-1')
  const { id } = counter.current()
  const { commandId } = must(requests['requests.file'](aForm()))
  expect(orders).toMatchObject([{ accountId: 'a-1', sessionId: id, actor: { kind: 'clerk', clerkId: 'c-17' } }])
  expect(must(requests['requests.filed']({ commandId })).commandId).toBe(commandId)
  counter.serve('a-2')
  expect(problemOf(requests['requests.filed']({ commandId }))).toBe('not-allowed')
  expect(problemOf(requests['requests.file'](aForm({ formId: SECOND })))).toBe('not-allowed')
  expect(orders).toHaveLength(1)
})
