import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ESLint } from 'eslint'
import ts from 'typescript-eslint'
import { expect, test } from 'vitest'
import { screenQueries } from '../../../scripts/lint/screenQueries.ts'

const ROOT = join(import.meta.dirname, '../../..')
const eslint = new ESLint({ cwd: ROOT, overrideConfig: ts.configs.disableTypeChecked })

async function rulesBroken(path: string, style: string): Promise<(string | null)[]> {
  const file = `<script setup lang="ts"></script>\n\n<template><p /></template>\n\n<style scoped>\n${style}\n</style>\n`
  const [result] = await eslint.lintText(file, { filePath: join(ROOT, path) })
  return result?.messages.map(({ ruleId }) => ruleId) ?? []
}

const bySize = [
  '@media (orientation: portrait) { p { margin: 0 } }',
  '@media (max-height: 900px) { p { margin: 0 } }',
  '@media (width > 40em) and (height < 40em) { p { margin: 0 } }',
  '@media (--landscape) { p { margin: 0 } }',
  '@container matter (aspect-ratio > 1) { p { margin: 0 } }',
]

test.each(bySize)('no view or area says %s', async (style) => {
  for (const path of ['renderer/views/X.vue', 'renderer/areas/pay/X.vue']) expect(await rulesBroken(path, style)).toContain('ventanilla/screen-queries')
})

test.each(bySize)('the kit and the chrome may say %s', async (style) => {
  for (const path of ['renderer/ui/X.vue', 'renderer/chrome/X.vue']) expect(await rulesBroken(path, style)).not.toContain('ventanilla/screen-queries')
})

test.each([
  '@container matter (width >= 50em) { p { margin: 0 } }',
  '@media (prefers-reduced-motion: reduce) { p { margin: 0 } }',
  'p { max-height: 40vh; min-height: 2em }',
])('a view may say %s', async (style) => {
  expect(await rulesBroken('renderer/views/X.vue', style)).not.toContain('ventanilla/screen-queries')
})

test('nor does a style sheet of its own beside it', () => {
  const sheets = globSync('renderer/{areas,views}/**/*.css', { cwd: ROOT })
  expect(sheets).not.toEqual([])
  for (const sheet of sheets) expect([sheet, screenQueries(readFileSync(join(ROOT, sheet), 'utf8'))]).toEqual([sheet, []])
})
