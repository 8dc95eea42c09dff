import { passwordProblem, type PasswordRule } from '../../shared/domain/password.ts'
import type { Problem } from '../../shared/problems.ts'

/** A code from a mail, and the password that somebody chooses with it. */
export interface ChosenPassword {
  code: string
  password: string
  passwordAgain: string
  /** It can be read, so that it need not be typed twice. */
  shown: boolean
}

export const noPassword = (): ChosenPassword => ({ code: '', password: '', passwordAgain: '', shown: false })

/** What is wrong with them by the rule alone; the main process knows more. */
export function wrongPasswordFields({ code, password, passwordAgain, shown }: ChosenPassword, rule: PasswordRule | null): NonNullable<Problem['fields']> {
  const ofPassword = rule && passwordProblem(password, rule)
  return [
    ...(code.trim() === '' ? [{ field: 'code', problem: 'empty' as const }] : []),
    ...(ofPassword ? [{ field: 'password', problem: ofPassword }] : []),
    ...(!shown && passwordAgain !== password ? [{ field: 'passwordAgain', problem: 'not-repeated' as const }] : []),
  ]
}
