import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inventSubject } from '../../../electron/sandbox/sample/account.ts'
import { inventAccount } from '../../../electron/sandbox/sample/records.ts'
import { zoneProfiles } from '../../../electron/sandbox/sample/zones.ts'

const PLACES = 400
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

  it.each(['2026-11-28', '2029-02-28'])('are the latest invoices of accounts of the sandbox on %s, under the names of their zones', (today) => {
    const accounts = Array.from({ length: PLACES }, (_, index) => inventSubject(index, today).account)
    for (const { zone, account, invoice } of rows) {
      const zoneId = zoneProfiles.find((profile) => profile.zone.name === zone)?.zone.id
      const index = accounts.findIndex((each) => each.zoneId === zoneId && each.number === account?.split('-')[0])
      expect([zone, inventAccount(index, today).invoices.at(-1)?.number]).toEqual([zone, invoice])
    }
  })
})
