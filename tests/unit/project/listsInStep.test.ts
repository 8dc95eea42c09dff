import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
/** The screens that a file loads when they are needed. */
const viewsIn = (path: string): string[] => [...new Set([...textOf(path).matchAll(/import\('\.\.\/views\/(\w+)\.vue'\)/g)].map(([, name = '']) => name))].sort()

test('every screen that a visitor can go to is fetched ahead', () => {
  const forVisitors = viewsIn('renderer/navigation/routes.ts').filter((name) => !name.startsWith('Staff'))
  expect(forVisitors.length).toBeGreaterThan(10)
  expect(viewsIn('renderer/navigation/fetchAhead.ts')).toEqual(forVisitors)
})

test('the list for a new language says how many files it has', () => {
  const words = globSync('renderer/locales/es-MX/*.ts', { cwd: ROOT }).length
  const told = textOf('docs/architecture.md')
  expect(told).toContain(`the ${words} files of \`renderer/locales/LOCALE/\``)
  expect(told).toContain(`\n${words + 2} files of the program, of which ${words + 1} are its words.`)
})

test('every paper that has a drawing of its own is named where the papers are', () => {
  const [row = ''] = /^\| What the paper looks like .*$/m.exec(textOf('docs/architecture.md')) ?? []
  const drawn = globSync('electron/documents/*/draw*.ts', { cwd: ROOT }).map((path) => path.split('/')[2] ?? '')
  for (const folder of new Set(drawn)) expect(row).toContain(`\`${folder}\``)
})
