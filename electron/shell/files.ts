import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

/** A file of the built page, read once. */
export interface PageFile {
  type: string
  bytes: Buffer
}

/** Paths as they stand in a request (`/assets/index-1a2b.js`) to files. What is not a key is not served. */
export type PageFiles = ReadonlyMap<string, PageFile>

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

/**
 * Reads the built page into memory. No request ever becomes a path on the disk, so there is nothing to climb out of; links are left
 * out, because what they point at is not part of the build. Throws when the folder has no index.html.
 */
export function readPageFiles(folder: string): PageFiles {
  const files = new Map(filesUnder(folder, ''))
  if (!files.has('/index.html')) throw new Error('the built page has no index.html')
  return files
}

/** Not the recursion of `readdir` itself: that one follows links. */
function filesUnder(folder: string, path: string): [string, PageFile][] {
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
    const name = `${path}/${entry.name}`
    if (entry.isDirectory()) return filesUnder(folder, name)
    const type = types[extname(entry.name)]
    return entry.isFile() && type !== undefined ? [[name, { type, bytes: readFileSync(join(folder, name)) }]] : []
  })
}
