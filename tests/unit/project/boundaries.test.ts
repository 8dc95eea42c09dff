import { join } from 'node:path'
import { ESLint } from 'eslint'
import ts from 'typescript-eslint'
import { describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')

// The project's own configuration. The snippets stand in files that do not exist, so the rules that need their types are off.
const eslint = new ESLint({ cwd: ROOT, overrideConfig: ts.configs.disableTypeChecked })

/** The rules that a file with this text, at this path, breaks. */
async function broken(path: string, text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(`${text}\n`, { filePath: join(ROOT, path) })
  if (!result) throw new Error(`${path} was not linted`)
  const fatal = result.messages.find((message) => message.fatal)
  if (fatal) throw new Error(fatal.message)
  return result.messages.map(({ ruleId }) => ruleId)
}

const vueFile = (script: string, template = '<p />') => `<script setup lang="ts">\n${script}\n</script>\n\n<template>${template}</template>`

describe('imports that cross a boundary', () => {
  test.each([
    ['electron/services/x.ts', "import '../../renderer/navigation/router.ts'"],
    ['electron/services/x.ts', "import type { Router } from '../../renderer/navigation/router.ts'"],
    ['electron/services/x.ts', "export * from '../../renderer/navigation/router.ts'"],
    ['electron/services/x.ts', "export { router } from '../../renderer/navigation/router.ts'"],
    ['electron/services/x.ts', "await import('../../renderer/navigation/router.ts')"],
    ['electron/services/x.ts', "new Worker(new URL('../../renderer/x.ts', import.meta.url))"],
    ['electron/services/x.ts', "import '../../scripts/build.ts'"],
    ['electron/services/x.ts', "import '../../tests/fakes/clock.ts'"],
    ['renderer/stores/x.ts', "import '../../electron/clock.ts'"],
    ['renderer/stores/x.ts', "import type { Clock } from '../../electron/clock.ts'"],
    ['renderer/stores/x.ts', "import 'node:fs'"],
    ['renderer/views/X.vue', vueFile("import '../../electron/clock.ts'")],
    ['shared/domain/x.ts', "import '../../electron/clock.ts'"],
    ['shared/domain/x.ts', "import '../../renderer/navigation/router.ts'"],
    ['shared/domain/x.ts', "import 'node:fs'"],
    ['electron/compose.ts', "import { app } from 'electron'"],
    ['electron/host.ts', "import type { App } from 'electron'"],
    ['electron/services/x.ts', "await import('electron')"],
    ['renderer/bridge/x.ts', "import { ipcRenderer } from 'electron'"],
    ['electron/services/x.ts', "import '../sandbox/server.ts'"],
    ['electron/filings/types/x.ts', "import { x } from '../../documents/labelled.ts'"],
    ['electron/documents/types/x.ts', "import { x } from '../../services/conventions.ts'"],
    ['electron/documents/x.ts', "import type { Printer } from '../printing/printer.ts'"],
    ['renderer/ui/X.vue', vueFile("import '../areas/lookup/sampleBills.ts'")],
    ['electron/host.ts', "await import('./sandbox/server.ts')"],
    ['electron/services/x.ts', "import Database from 'better-sqlite3'"],
    ['electron/services/x.ts', "import type { Database } from 'better-sqlite3'"],
  ])('%s: %s', async (path, text) => {
    expect(await broken(path, text)).toContain('ventanilla/boundaries')
  })
})

describe('imports that stay on their side', () => {
  test.each([
    ['electron/services/x.ts', "import '../../shared/result.ts'"],
    ['electron/services/x.ts', "import '../clock.ts'"],
    ['electron/services/x.ts', "import 'node:fs'"],
    ['electron/services/x.ts', "fetchPage(new URL('../renderer', base))"],
    ['renderer/stores/x.ts', "import '../../shared/result.ts'"],
    ['renderer/views/X.vue', vueFile("import '../ui/ScreenFrame.vue'")],
    ['shared/domain/x.ts', "import '../result.ts'"],
    ['shared/domain/x.ts', "import 'zod'"],
    ['electron/main.ts', "import { app } from 'electron'"],
    ['electron/preload.ts', "import { ipcRenderer } from 'electron'"],
    ['electron/shell/window.ts', "import { BrowserWindow } from 'electron'"],
    ['electron/compose.ts', "import './sandbox/inside.ts'"],
    ['electron/sandbox/x.ts', "import './server.ts'"],
    ['electron/cache/x.ts', "import Database from 'better-sqlite3'"],
    ['electron/shell/lock.ts', "import Database from 'better-sqlite3'"],
    ['tests/unit/x.test.ts', "import '../../electron/sandbox/server.ts'"],
  ])('%s: %s', async (path, text) => {
    expect(await broken(path, text)).not.toContain('ventanilla/boundaries')
  })
})

describe('what else a file may not do', () => {
  test.each([
    ['no-restricted-syntax', 'renderer/stores/x.ts', 'window.kiosk.call()'],
    ['no-restricted-syntax', 'renderer/stores/x.ts', 'globalThis.kiosk.call()'],
    ['no-restricted-globals', 'renderer/stores/x.ts', "new WebSocket('ws://127.0.0.1')"],
    ['no-restricted-globals', 'renderer/bridge/x.ts', "localStorage.setItem('a', 'b')"],
    ['no-restricted-globals', 'renderer/stores/x.ts', "sessionStorage.setItem('a', 'b')"],
    ['no-restricted-syntax', 'electron/services/x.ts', 'export const today = new Date()'],
    ['no-restricted-syntax', 'electron/services/x.ts', 'export const now = Date.now()'],
    ['no-console', 'electron/services/x.ts', "console.log('x')"],
    ['no-console', 'renderer/stores/x.ts', "console.log('x')"],
    ['max-lines', 'electron/services/x.ts', "import 'zod'\n".repeat(251)],
    ['max-lines-per-function', 'electron/services/x.ts', `export function long() {\n${'  step()\n'.repeat(41)}}`],
    ['vue/no-v-html', 'renderer/views/X.vue', vueFile('', '<p v-html="text" />')],
    ['vue/no-bare-strings-in-template', 'renderer/views/X.vue', vueFile('', '<p>Bienvenido</p>')],
    ['vue/no-bare-strings-in-template', 'renderer/views/X.vue', vueFile('', '<button aria-label="Cerrar" />')],
    ['no-restricted-syntax', 'tests/unit/x.test.ts', "test.only('x', () => {})"],
    ['no-restricted-syntax', 'tests/unit/x.test.ts', "describe.only('x', () => {})"],
    ['@typescript-eslint/no-explicit-any', 'electron/services/x.ts', 'export const x: any = 1'],
    ['@typescript-eslint/ban-ts-comment', 'electron/services/x.ts', '// @ts-ignore\nexport const x = 1'],
    ['no-console', 'electron/services/x.ts', "console.log('x') // eslint-disable-line no-console"],
  ])('%s in %s: %s', async (rule, path, text) => {
    expect(await broken(path, text)).toContain(rule)
  })

  test('the bridge is where the renderer meets the main process', async () => {
    expect(await broken('renderer/bridge/x.ts', 'export const kiosk = window.kiosk')).toEqual([])
    expect(await broken('renderer/bridge/x.ts', "export const socket = new WebSocket('ws://127.0.0.1')")).toEqual([])
  })
})
