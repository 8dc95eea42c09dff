import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin } from 'vite'

const media = readFileSync(join(import.meta.dirname, 'renderer/theme/media.css'), 'utf8')

/** Gives every style sheet of ours the names of the screens: Lightning CSS looks them up in the sheet itself. */
const namedMedia: Plugin = {
  name: 'named-media',
  enforce: 'pre',
  transform: {
    filter: { id: { include: [/renderer\/.*\.css/, /\.vue\?vue&type=style/], exclude: /node_modules/ } },
    handler: (code) => ({ code: media + code, map: null }),
  },
}

/** Builds the renderer into `dist/renderer`; the shells serve it and put a fresh nonce where `__CSP_NONCE__` stands. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [vue(), namedMedia],
  css: { transformer: 'lightningcss', lightningcss: { drafts: { customMedia: true } } },
  define: {
    __VUE_OPTIONS_API__: true,
    __VUE_PROD_DEVTOOLS__: false,
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: false,
    __VUE_I18N_FULL_INSTALL__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome120',
    modulePreload: { polyfill: false },
    // `bridge/jitless.ts` runs before any schema is made, whichever chunk the schema is in.
    rolldownOptions: { output: { strictExecutionOrder: true } },
  },
})
