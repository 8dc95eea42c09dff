import type { CheckResult, SelfTestCause, SelfTestCheck } from '../../shared/contract/selfTest.ts'

export const passed = (check: SelfTestCheck): CheckResult => ({ check, outcome: 'passed', cause: null, amount: null })
export const absent = (check: SelfTestCheck): CheckResult => ({ check, outcome: 'absent', cause: null, amount: null })
export const open = (check: SelfTestCheck): CheckResult => ({ check, outcome: 'open', cause: null, amount: null })
export const failed = (check: SelfTestCheck, cause: SelfTestCause, amount: number | null = null): CheckResult => ({ check, outcome: 'failed', cause, amount })
