import { expect, it } from 'vitest'
import { filedKind, filingForm } from '../../../shared/contract/filings.ts'
import { zCommand } from '../../../shared/utility-api/generated/zod.gen.ts'

it('every kind of command of the utility can be filed and looked up by its folio, and no other', () => {
  const kinds = zCommand.options.map(({ def }) => def.right.shape.kind.value)
  expect([...filedKind.options].sort()).toEqual(kinds.sort())
})

it('a form of a kind that nobody can fill in here is none', () => {
  const form = { formId: crypto.randomUUID(), accountId: 'a-1', privacyNotice: null }
  const written = { topicId: 't', text: '', invoiceId: '', reading: '', disputedAmount: '', addsTo: '', email: '', phone: '' }
  expect(filingForm.safeParse({ ...form, ...written, kind: 'claim' }).success).toBe(true)
  expect(filingForm.safeParse({ ...form, meterNumber: 'M-1', reading: '4209', kind: 'reading' }).success).toBe(true)
  expect(filingForm.safeParse({ ...form, kind: 'reconnection', reason: 'paidDebt', phone: '', notes: '' }).success).toBe(true)
  expect(filingForm.safeParse({ ...form, kind: 'reconnection', reason: 'because', phone: '', notes: '' }).success).toBe(false)
  expect(filingForm.safeParse({ ...form, ...written, kind: 'holderChange' }).success).toBe(false)
  expect(filingForm.safeParse({ ...form, ...written, kind: 'reading' }).success).toBe(false)
  expect(filingForm.safeParse({ ...form, kind: 'contactDetails', phone: '' }).success).toBe(true)
  expect(filingForm.safeParse({ ...form, kind: 'contactDetails', email: '' }).success).toBe(false)
  expect(filingForm.safeParse({ ...form, ...written, kind: 'contact' }).success).toBe(false)
  expect(filingForm.safeParse({ ...form, ...written, kind: 'claim', amount: '1' }).success).toBe(false)
})
