import { flags, variables } from './config.ts'

const INDENT = '  '

/** Whether the program is only asked what it understands. */
export const wantsUsage = (argv: readonly string[]): boolean => argv.includes('--help') || argv.includes('-h')

/** What `--help` prints: every flag and every variable. */
export function usage(): string {
  const options = Object.entries(flags).map(([name, { value, meaning }]): Line => [value === undefined ? `--${name}` : `--${name} ${value}`, meaning])
  const settings = Object.entries(variables).map(([name, { meaning }]): Line => [name, meaning])
  return ['Usage: npm start -- [flags]', '', ...table(options), '', 'Environment:', ...table(settings), ''].join('\n')
}

type Line = [name: string, meaning: string]

function table(lines: Line[]): string[] {
  const width = Math.max(...lines.map(([name]) => name.length))
  return lines.map(([name, meaning]) => `${INDENT}${name.padEnd(width)}${INDENT}${meaning}`)
}
