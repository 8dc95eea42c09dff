import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createPackage } from '@electron/asar'

/** What precedes the fuses in Electron's binary: the sentinel, the version of the wire, the number of fuses, then a byte for each. */
const FUSE_WIRE = Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 8]), Buffer.from('10110001')])

/**
 * Makes a folder that electron-builder takes for an unpacked Electron, where the real one cannot be fetched: a binary that has the default
 * fuses and nothing else, and the archive that a package replaces. Returns the folder.
 */
export async function makeStandIn(folder: string): Promise<string> {
  const app = join(folder, 'app')
  mkdirSync(app, { recursive: true })
  mkdirSync(join(folder, 'resources'))
  writeFileSync(join(app, 'package.json'), '{"name":"default_app","main":"main.js"}')
  writeFileSync(join(app, 'main.js'), '')
  await createPackage(app, join(folder, 'resources', 'default_app.asar'))
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from('#!/bin/false\n'), FUSE_WIRE]), { mode: 0o755 })
  return folder
}
