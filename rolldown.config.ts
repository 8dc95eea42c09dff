import { join } from 'node:path'
import type { RolldownOptions } from 'rolldown'
import { calls } from './shared/contract/index.ts'

/** A native module, and what Electron brings. */
const outside = new Set(['electron', 'better-sqlite3'])
/** pdfkit finds its fonts from where it stands, and few runs read mails: the sandbox, which is never packaged, takes both as they are installed. */
const ofSandbox = new Set(['pdfkit', 'mailparser'])

/** Main side and preload, bundled into a folder. */
export default (folder: string): RolldownOptions[] => [
  {
    input: {
      main: 'electron/main.ts',
      host: 'electron/host.ts',
      'sync-fetch': 'electron/sync/fetch.worker.ts',
      'sync-write': 'electron/sync/write.worker.ts',
      maintenance: 'electron/maintenance/maintenance.worker.ts',
      documents: 'electron/documents/worker.ts',
      records: 'electron/documents/records/records.worker.ts',
      preview: 'electron/documents/preview/preview.worker.ts',
      search: 'electron/search/search.worker.ts',
      sandbox: 'electron/sandbox/worker.ts',
    },
    platform: 'node',
    external: (id, importer) => outside.has(id) || (ofSandbox.has(id) && importer?.includes('/electron/sandbox/') === true),
    // pdfmake asks CommonJS where it stands, which a module does not know by that name.
    transform: { define: { __dirname: 'import.meta.dirname', __filename: 'import.meta.filename' } },
    // Flat, because `workers.ts` and `shell/builtFiles.ts` find their files beside themselves.
    output: { dir: join(folder, 'main'), format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
  },
  {
    input: { preload: 'electron/preload.ts' },
    platform: 'browser',
    external: ['electron'],
    // The names alone: a sandboxed preload has no use for the schemas, which the main process parses with.
    transform: { define: { CHANNELS: JSON.stringify(Object.keys(calls)) } },
    output: { file: join(folder, 'preload.cjs'), format: 'cjs' },
  },
]
