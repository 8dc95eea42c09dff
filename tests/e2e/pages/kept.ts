import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Kiosk } from '../../fixtures/shell/startKiosk.ts'
import { expect } from './patience.ts'

/** Where a printer that is a folder puts its papers: they are in the customer's hand. */
const PAPERS = 'impresos'

/** What has come out of its printers for sheets, the oldest first. */
export const papersIn = ({ dataDir }: Pick<Kiosk, 'dataDir'>): string[] =>
  readdirSync(join(dataDir, PAPERS))
    .filter((name) => name.endsWith('.pdf'))
    .sort()
    .map((name) => join(dataDir, PAPERS, name))

/** Everything that a kiosk has on its disk, and what it logged. */
const keptBy = ({ dataDir, log }: Kiosk): string =>
  readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes(PAPERS))
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
    .join('\n') + log()

/** @param found what the kiosk does keep, so that a search which finds nothing at all is noticed */
export function expectNothingKept(kiosk: Kiosk, secrets: readonly string[], found: readonly string[]): void {
  const kept = keptBy(kiosk)
  const isKept = (text: string): boolean => kept.includes(text)
  // The text itself is megabytes: only what was looked for is told.
  expect(found.filter((text) => !isKept(text))).toEqual([])
  expect(secrets.filter(isKept)).toEqual([])
}
