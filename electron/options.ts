import type { z } from 'zod'
import { parseArgs, type ParseArgsConfig } from 'node:util'

/** An option of a command that is not understood; one line that names it. */
export class WrongOption extends Error {
  override name = 'WrongOption'
}

type Parsed<T extends ParseArgsConfig> = ReturnType<typeof parseArgs<T>>

/**
 * Reads a command's options. `--help` prints the usage and ends the process with 0; an option that `parseArgs` or `read` does not understand
 * (it throws `WrongOption`) is named on standard error before the usage, and the process ends with 2.
 */
export function readOptions<const T extends ParseArgsConfig, Wanted>(usage: string, config: T, read: (parsed: Parsed<T>) => Wanted): Wanted {
  if (process.argv.includes('--help')) {
    process.stdout.write(`${usage}\n`)
    process.exit(0)
  }
  try {
    return read(parseArgs(config))
  } catch (error) {
    if (!isWrong(error)) throw error
    process.stderr.write(`${error.message}\n${usage}\n`)
    process.exit(2)
  }
}

const isWrong = (error: unknown): error is Error =>
  error instanceof WrongOption || (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))

/** What a schema allows. Throws `WrongOption`. */
export function readAllowed<T>(option: string, schema: z.ZodType<T>, given: unknown): T {
  const { success, data, error } = schema.safeParse(given)
  if (success) return data
  throw new WrongOption(`${option} ${given === undefined ? 'is missing' : (error.issues[0]?.message ?? 'is not valid')}`)
}

/** A whole number within bounds. Throws `WrongOption`. */
export function readWholeNumber(option: string, text: string, lowest: number, highest: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (number >= lowest && number <= highest) return number
  throw new WrongOption(`${option} must be a whole number from ${lowest} to ${highest}`)
}
