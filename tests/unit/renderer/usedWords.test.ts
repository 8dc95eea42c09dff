import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createEveryLanguage } from './everyLanguage.ts'

const ROOT = join(import.meta.dirname, '../../../renderer')
const messages: unknown = createEveryLanguage().global.getLocaleMessage('es-MX')

/** The keys that a file asks for; of one that is put together, what stands before the first part that is not known. */
const keysIn = (text: string): string[] =>
  [...text.matchAll(/\bt\(\s*(?<quote>['`])(?<key>[A-Za-z]+\.[^'`]+)\k<quote>/gu)].map(({ groups }) => groups?.key?.replace(/\.?\w*\$\{.*$/su, '') ?? '')

function wordsAt(key: string): unknown {
  return key.split('.').reduce<unknown>((found, part) => (typeof found === 'object' && found !== null ? Reflect.get(found, part) : undefined), messages)
}

it('every key that a screen asks for has words', () => {
  const used = globSync('**/*.{ts,vue}', { cwd: ROOT, exclude: ['locales/**'] }).flatMap((file) =>
    keysIn(readFileSync(join(ROOT, file), 'utf8')).map((key) => ({ file, key })),
  )
  expect(used.length).toBeGreaterThan(1_000)
  expect(used.filter(({ key }) => wordsAt(key) === undefined)).toEqual([])
})

it('a key without words is found', () => {
  expect(keysIn("t('staff.gone', 1) t(`staff.jobs.states.${state}`) t(`printing.waiting.${need}.title`)")).toEqual([
    'staff.gone',
    'staff.jobs.states',
    'printing.waiting',
  ])
  expect(wordsAt('staff.gone')).toBeUndefined()
  expect(wordsAt('printing.waiting')).toBeTypeOf('object')
})
