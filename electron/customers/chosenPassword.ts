import { asPassword, passwordProblem, type PasswordRule } from '../../shared/domain/password.ts'
import type { FieldProblem, Problem } from '../../shared/problems.ts'
import { guessableProblem } from './guessable.ts'

type WrongFields = NonNullable<Problem['fields']>

export const wrongField = (field: string, problem: FieldProblem | null): WrongFields => (problem ? [{ field, problem }] : [])

/**
 * What is wrong with a password that somebody chose.
 * @param known of the person: it may not be made of that
 */
export async function wrongPassword(
  { password, passwordAgain }: { password: string; passwordAgain: string | null },
  rule: PasswordRule,
  known: readonly string[],
): Promise<WrongFields> {
  const problem = passwordProblem(password, rule) ?? (await guessableProblem(password, known))
  const isOther = passwordAgain !== null && asPassword(passwordAgain) !== asPassword(password)
  return [...wrongField('password', problem), ...wrongField('passwordAgain', isOther ? 'not-repeated' : null)]
}
