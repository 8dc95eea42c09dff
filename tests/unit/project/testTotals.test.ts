import { describe, expect, test } from 'vitest'
import { addTotals, describeTotal, playwrightTotal, vitestTotal } from '../../../scripts/testTotals.ts'

const file = (status: string, ...statuses: string[]) => ({ status, assertionResults: statuses.map((each) => ({ status: each })) })

describe('the total of a report', () => {
  test('of vitest counts what did not run as skipped', () => {
    const report = { testResults: [file('passed', 'passed', 'skipped', 'todo', 'pending'), file('failed', 'passed', 'failed')] }
    expect(vitestTotal(report)).toEqual({ passed: 2, failed: 1, skipped: 3 })
  })

  test('of vitest counts a file that could not be read as one failure', () => {
    expect(vitestTotal({ testResults: [file('failed'), file('failed', 'passed')] })).toEqual({ passed: 1, failed: 2, skipped: 0 })
  })

  test('of Playwright counts flaky tests and errors outside tests as failures', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }
    expect(playwrightTotal({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 3, skipped: 2 })
  })

  test('is not guessed from a report of another shape', () => {
    expect(() => vitestTotal({ tests: 3 })).toThrow()
    expect(() => playwrightTotal({ tests: 3 })).toThrow()
  })

  test('adds up over both runners into the last line', () => {
    const sum = addTotals({ passed: 2, failed: 1, skipped: 3 }, { passed: 5, failed: 0, skipped: 1 })
    expect(describeTotal(sum)).toBe('7 passed, 1 failed, 4 skipped')
  })
})
