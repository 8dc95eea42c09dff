import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

/** Builds the renderer into `dist/renderer`; the shells serve it and put a fresh nonce where `__CSP_NONCE__` stands. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [vue()],
  define: {
    __VUE_OPTIONS_API__: true,
    __VUE_PROD_DEVTOOLS__: false,
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: false,
    __VUE_I18N_FULL_INSTALL__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  build: { outDir: '../dist/renderer', emptyOutDir: true, target: 'chrome120', modulePreload: { polyfill: false } },
})
