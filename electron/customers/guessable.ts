import { setImmediate } from 'node:timers/promises'
import type { ZxcvbnFactory } from '@zxcvbn-ts/core'
import type { FieldProblem } from '../../shared/problems.ts'

/** Of 0 to 4: below it a password falls to those who try common ones first. */
const LEAST_SCORE = 2
/**
 * Characters that are judged at a time, with the main process's other work between: the time that it takes grows much faster than the text. A password
 * is guessed at once where each part of it is.
 */
const PART = 24
const partsOf = (password: string): string[] => password.match(new RegExp(`.{1,${PART}}`, 'gsu')) ?? []
/** Ways in which figures and signs can stand for letters that are tried, of thousands. */
const MOST_SUBSTITUTIONS = 16
/** Words of the person that are shorter stand in half of all passwords. */
const SHORTEST_WORD = 4

let checker: Promise<ZxcvbnFactory> | null = null

/** The dictionaries are some megabytes, which a kiosk where nobody chooses a password does without. */
async function load(): Promise<ZxcvbnFactory> {
  const [core, common, spanish] = await Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common'), import('@zxcvbn-ts/language-es-es')])
  return new core.ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...spanish.dictionary },
    graphs: common.adjacencyGraphs,
    l33tMaxSubstitutions: MOST_SUBSTITUTIONS,
  })
}

/**
 * Whether a password is guessed at once: known, common, or made of what is known of the person.
 * @param known their address, user name, account number, utility
 */
export async function guessableProblem(password: string, known: readonly string[]): Promise<FieldProblem | null> {
  const words = known.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]).filter(({ length }) => length >= SHORTEST_WORD)
  const zxcvbn = await (checker ??= load())
  let isPersonal = false
  for (const part of partsOf(password)) {
    await setImmediate()
    const { score, sequence } = zxcvbn.check(part, words)
    if (score >= LEAST_SCORE) return null
    isPersonal ||= sequence.some((match) => 'dictionaryName' in match && String(match.dictionaryName).startsWith('userInputs'))
  }
  return isPersonal ? 'password-personal' : 'password-common'
}
