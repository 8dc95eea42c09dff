import { expect, test } from 'vitest'
import { readReceipt } from '../../../electron/api/delivery.ts'

const id = '0199a7d2-0000-7000-8000-000000000001'

function received(folio: string): string | undefined {
  const body = Buffer.from(JSON.stringify({ commandId: id, folio, receivedAt: '2026-11-21T16:42:00Z' }))
  const receipt = readReceipt(id, { ok: true, value: { status: 201, contentType: 'application/json', retryAfter: undefined, body } })
  return receipt.ok ? receipt.value.folio : undefined
}

test('S45 a number of any length is an acknowledgement, and fits on a line', () => {
  expect(received('S-00866099')).toBe('S-00866099')
  expect(received('x'.repeat(300_000))).toHaveLength(60)
  expect(received('A\u202e\nB')).toBe('A B')
})
