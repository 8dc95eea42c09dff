/** The programs that run in worker threads, and where their sources are. */
const sources = {
  'sync-fetch': './sync/fetch.worker.ts',
  'sync-write': './sync/write.worker.ts',
  maintenance: './maintenance/maintenance.worker.ts',
  documents: './documents/worker.ts',
  records: './documents/records/records.worker.ts',
  preview: './documents/preview/preview.worker.ts',
  search: './search/search.worker.ts',
  sandbox: './sandbox/worker.ts',
} as const

export type WorkerName = keyof typeof sources

/** The file to start: the source when this runs from source, else the bundle of that name beside this one. */
export function workerUrl(name: WorkerName): URL {
  const fromSource = import.meta.url.endsWith('.ts')
  return new URL(fromSource ? sources[name] : `./${name}.js`, import.meta.url)
}
