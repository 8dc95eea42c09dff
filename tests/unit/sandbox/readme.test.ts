import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sampleLogins } from '../../../electron/sandbox/data/customers.ts'
import { billsToTry } from '../../../electron/sandbox/sample/toTry.ts'
import { zoneProfiles } from '../../../electron/sandbox/sample/zones.ts'
import { DEFAULT_ACCOUNTS } from '../../../electron/sandbox/server.ts'

const README = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8')
const rows = [...README.matchAll(/^\| (\S[^|(]*?)(?: \((?:Uruguay|water)\))? \| ([\d-]+) \| ([A-Z][^|]*?) \|$/gmu)].map(([, zone, account, invoice]) => ({
  zone,
  account,
  invoice,
}))

describe('the sample data to try in the README', () => {
  it('are of Mexican gas, Uruguayan gas and water', () => {
    const profiles = rows.map(({ zone }) => zoneProfiles.find((profile) => profile.zone.name === zone)?.zone)
    expect(new Set(profiles.map((zone) => `${zone?.service} ${zone?.currency}`))).toEqual(new Set(['gas MXN', 'gas UYU', 'water MXN']))
  })

  it.each(['2026-11-28', '2029-02-28'])('are those that the sandbox says when it starts, the latest bills of their accounts on %s', (today) => {
    expect(rows).toEqual(billsToTry(today, DEFAULT_ACCOUNTS))
  })

  it('are as many as a small sandbox holds', () => {
    expect(billsToTry('2026-11-28', 3)).toEqual(rows.slice(0, 2))
  })

  it('sign in as the sample customers do', () => {
    for (const { login, password } of Object.values(sampleLogins)) expect(README).toContain(`| ${login} | ${password} |`)
  })
})
