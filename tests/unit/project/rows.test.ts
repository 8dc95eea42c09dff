import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

interface Row {
  number: number
  what: string
  shownBy: { file: string; title: string }[]
}

function readRow(line: string): Row {
  const [, number = '', what = '', shownBy = ''] = line.split('|').map((cell) => cell.trim())
  const tests = shownBy === '' ? [] : shownBy.split('; `').map((test) => test.replaceAll('`', '').split(/: (.*)/))
  return { number: Number(number), what, shownBy: tests.map(([file = '', title = '']) => ({ file, title })) }
}

const rows = textOf('docs/rows.md')
  .split('\n')
  .filter((line) => /^\| \d+ \|/.test(line))
  .map(readRow)

it('names every row that a customer comes for, once', () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 3))
})

it.each(rows)('row $number is shown by tests that exist, or said not to be built', ({ what, shownBy }) => {
  if (shownBy.length === 0) expect(what).toContain('not built yet')
  for (const { file, title } of shownBy) {
    const path = `tests/e2e/${file}`
    expect(existsSync(join(ROOT, path)), path).toBe(true)
    expect(textOf(path)).toContain(title)
  }
})
