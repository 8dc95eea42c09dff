import js from '@eslint/js'
import vue from 'eslint-plugin-vue'
import { defineConfig, globalIgnores } from 'eslint/config'
import ts from 'typescript-eslint'
import { readScriptsAlone } from './scripts/lint/componentScripts.ts'
import { boundariesRule } from './scripts/lint/boundaries.ts'
import { screenQueriesRule } from './scripts/lint/screenQueries.ts'

const now = 'Time comes from a clock that is passed in (electron/clock.ts).'
const bridge = 'Only renderer/bridge talks to the main process.'
const network = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'].map((name) => ({ name, message: bridge }))
const storage = ['localStorage', 'sessionStorage', 'indexedDB', 'caches'].map((name) => ({
  name,
  message: 'Nothing of a visitor stays in the page: there is no storage.',
}))

/** Words of the screen come from vue-i18n; these signs are not words, and figures are the same in every language. */
const signs = [
  '/^[\\d.-]+$/',
  'DE 4043 2503',
  '·',
  '…',
  '—',
  '–',
  '/',
  ':',
  '*',
  '%',
  '+',
  '(',
  ')',
  ',',
  '.',
  '×',
  '=',
  '-',
  '⌫',
  '$',
  '|',
  '“',
  '”',
  '?',
  '¿',
  '¡',
  '!',
]

readScriptsAlone()

export default defineConfig(
  globalIgnores(['dist/', 'release/', 'node_modules/', 'test-results/', 'shared/utility-api/generated/', 'data/', '.cache/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,vue}'],
    extends: [ts.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './renderer/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.vue'],
      },
    },
  },
  {
    files: ['**/*.vue'],
    extends: [vue.configs['flat/recommended']],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      'vue/no-v-html': 'error',
      'vue/no-bare-strings-in-template': ['error', { allowlist: signs }],
      'vue/no-undef-components': ['error', { ignorePatterns: ['^[vV](-|[A-Z])', '^[rR]outer-?([vV]iew|[lL]ink)$'] }],
      // Prettier's layout, which the rules of the preset do not know.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/html-indent': 'off',
      'vue/first-attribute-linebreak': 'off',
      // Types are checked by vue-tsc; a name that does not exist does not compile.
      'no-undef': 'off',
      // An optional prop is undefined when it is not given, as its type says.
      'vue/require-default-prop': 'off',
    },
  },
  {
    files: ['**/*.ts', '**/*.vue'],
    plugins: { ventanilla: { rules: { boundaries: boundariesRule, 'screen-queries': screenQueriesRule } } },
    rules: {
      'no-undef': 'off',
      'ventanilla/boundaries': 'error',
      'ventanilla/screen-queries': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/require-await': 'off',
      // Our objects are made of functions that need no `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
    },
  },
  {
    files: ['electron/**/*.ts', 'renderer/**/*.{ts,vue}', 'shared/**/*.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['electron/**/*.ts', 'shared/**/*.ts'],
    ignores: ['electron/clock.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: now },
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: now },
      ],
    },
  },
  {
    files: ['renderer/**/*.{ts,vue}'],
    rules: { 'no-restricted-globals': ['error', ...storage] },
  },
  {
    files: ['renderer/**/*.{ts,vue}'],
    ignores: ['renderer/bridge/**'],
    rules: {
      'no-restricted-globals': ['error', ...storage, ...network],
      'no-restricted-syntax': ['error', { selector: "MemberExpression[object.name=/^(window|globalThis|self)$/][property.name='kiosk']", message: bridge }],
    },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'max-lines': ['error', 350],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[object.name=/^(it|test|describe|suite|bench)$/][property.name=/^(only|todo)$/]',
          message: 'A test that runs alone hides the others; one that is to be written is written.',
        },
        {
          selector: "CallExpression[callee.object.name='vi'][callee.property.name='waitFor'][arguments.length=1]",
          message: 'It gives up after a second; fixtures/eventually.ts waits as long as a busy machine needs.',
        },
      ],
      // What comes from JSON or a page is asserted, not parsed.
      ...Object.fromEntries(['assignment', 'member-access', 'call', 'return', 'argument'].map((use) => [`@typescript-eslint/no-unsafe-${use}`, 'off'])),
      // A fixture of Playwright that needs no other one.
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
    },
  },
)
