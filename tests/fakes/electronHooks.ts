import { registerHooks } from 'node:module'

/** Preloaded into a plain Node that runs the built main script: `electron` becomes its double. */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: new URL('./electron.ts', import.meta.url).href, shortCircuit: true } : next(specifier, context),
})
