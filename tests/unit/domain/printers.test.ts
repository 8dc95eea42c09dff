import { describe, expect, it } from 'vitest'
import { alternativeTo, canBePrinted, isOnlyFor, printerFor, presentRoles } from '../../../shared/domain/printers.ts'
import type { PrinterRole } from '../../../shared/contract/printing.ts'

const both: PrinterRole[] = ['documents', 'tickets']

describe('the printer of a paper', () => {
  it.each([
    ['duplicate', both, undefined, 'documents'],
    ['receipt', both, undefined, 'tickets'],
    ['receipt', both, 'documents', 'documents'],
    ['receipt', ['documents'], undefined, 'documents'],
    ['receipt', ['documents'], 'tickets', 'documents'],
    ['turn', both, 'documents', 'tickets'],
    ['turn', ['documents'], undefined, 'tickets'],
  ] as const)('of a %s where there are %s, asked for on %s, is the one for %s', (kind, present, on, role) => {
    expect(printerFor(kind, present, on)).toBe(role)
  })

  it('has another after it only where the paper is made for that too, and the branch has it', () => {
    expect(alternativeTo('tickets', 'receipt', both)).toBe('documents')
    expect(alternativeTo('tickets', 'receipt', ['tickets'])).toBeNull()
    expect(alternativeTo('documents', 'receipt', both)).toBeNull()
    expect(alternativeTo('tickets', 'turn', both)).toBeNull()
    expect(alternativeTo('tickets', 'testPage', both)).toBeNull()
  })
})

it('says what a branch can print, and what comes out of one printer only', () => {
  expect([canBePrinted('turn', both), canBePrinted('turn', ['documents']), canBePrinted('receipt', ['documents'])]).toEqual([true, false, true])
  expect([isOnlyFor('documents', 'slip'), isOnlyFor('documents', 'receipt')]).toEqual([true, false])
  expect(presentRoles({ documents: 'file:x', tickets: null })).toEqual(['documents'])
})
