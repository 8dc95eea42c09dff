import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { WritableDb } from '../../../electron/cache/db.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { insertCommand } from '../../../electron/cache/queries/commands.ts'
import { search } from '../../../electron/search/search.ts'
import { MOST_HITS, searchHit } from '../../../shared/contract/search.ts'
import { writeFolio } from '../../../shared/domain/folio.ts'
import type { Account } from '../../../shared/utility-api/generated/types.gen.ts'
import { aFedRequest, aZone, anAccount, anInvoice } from '../../fixtures/accounts/branchData.ts'
import { applyChanges, upserted } from '../../fixtures/search/searchWorld.ts'
import { adoptOrigin } from '../../../electron/sync/origin.ts'

const folio = writeFolio({ series: 'K07', day: '2026-11-21', number: 42 })
const fedFolio = writeFolio({ series: 'K09', day: '2026-11-20', number: 7 })

const person = (givenNames: string, familyName: string, secondFamilyName: string): Account['holder'] => ({
  kind: 'person',
  givenNames,
  familyName,
  secondFamilyName,
  documentType: 'CI',
  documentNumber: '',
})

const accounts: Account[] = [
  anAccount({ contractNumber: 'C012345678', email: 'ana.mendez12@example.com', phone: '81 5555 1234' }),
  anAccount({
    id: 'juan',
    number: '123456',
    checkDigit: null,
    holder: { ...person('Juan Carlos', 'González', 'Peña'), documentNumber: '1.234.567-8' },
    phone: '099 123 456',
  }),
  anAccount({
    id: 'maria',
    number: '222',
    holder: person('María', 'de la Cruz', 'Hernández'),
    supplyAddress: { street: 'Av. Hidalgo', exterior: '77', city: 'León' },
  }),
  anAccount({ id: 'rosa', number: '333', holder: person('Rosa', 'García', 'García'), phone: '55 5555 1234' }),
  anAccount({ id: 'rosaura', number: '334', holder: person('Rosa', 'García', 'López') }),
  anAccount({ id: 'closed', number: '444', status: 'closed', holder: person('Íñigo', 'Zambrano', 'Ruiz') }),
  anAccount({ id: 'open', number: '445', holder: person('Íñigo', 'Zambrano', 'Ruiz') }),
].map((account) => ({ ...account, meterNumber: account.id === 'a-1' ? 'M-778812' : `X-${account.number}9` }))

let db: WritableDb
beforeAll(() => {
  db = openDatabase(':memory:', { role: 'feed' })
  adoptOrigin(db, 'here')
  const zone = aZone({ identifiers: { account: { label: 'Número de póliza' } } })
  const request = { ...aFedRequest(), accountId: 'rosa', localFolio: fedFolio }
  const changes = [upserted('zone', zone), upserted('invoice', anInvoice()), upserted('request', request), ...accounts.map((each) => upserted('account', each))]
  applyChanges(db, changes, { from: null, to: '1' })
  const command = { id: 'c-1', formId: 'f-1', sessionId: 's-1', kind: 'claim', capturedAt: '2026-11-21T12:00:00Z', body: Buffer.from('{}') } as const
  insertCommand(db, { ...command, accountId: 'juan', localFolio: folio })
})

const found = (text: string, recent: string[] = []): string[] => search(db, text, { recent }).map(({ accountId }) => accountId)

describe('a number in any spelling', () => {
  it.each([
    ['40989917', 'account'],
    ['40989917-7', 'account'],
    ['409899177', 'account'],
    ['0040989917', 'account'],
    ['4O 989.917', 'account'],
    ['4098991l', 'none'],
    ['No. de cuenta: 40989917-7', 'account'],
    ['40989917-3', 'account'],
    ['DE 4043 2503', 'invoice'],
    ['de-4043.2503', 'invoice'],
    ['DE 4O43 25O3', 'invoice'],
    ['Factura No. DE40432503', 'invoice'],
    ['m778812', 'meter'],
    ['medidor M-7788l2', 'meter'],
    ['C-012.345.678', 'contract'],
    ['mepa800101mnlnrn01', 'document'],
    ['CURP MEPA8OO1O1MNLNRNO1', 'document'],
    ['ana.mendez12@example.com', 'email'],
    ['Ana.Mendez12@EXAMPLE.COM ', 'email'],
    ['81 5555 1234', 'phone'],
    ['+52 81 5555 1234', 'phone'],
    ['0052 1 81 5555 1234', 'phone'],
    ['045 (81) 5555-1234', 'phone'],
    ['tel. 8155551234', 'phone'],
  ])('%s is that of the first account: %s', (text, by) => {
    const [hit] = search(db, text)
    if (by === 'none') expect(hit).toBeUndefined()
    else expect(hit).toMatchObject({ accountId: 'a-1', by, how: 'exact' })
  })

  it('is a phone number without its area too, of whoever has it', () => {
    expect(found('5555 1234').sort()).toEqual(['a-1', 'rosa'])
    expect(found('5551234').sort()).toEqual(['a-1', 'rosa'])
    expect(found('+598 99 123 456')).toEqual(['juan'])
    expect(found('099123456')).toEqual(['juan'])
  })

  it('is a document without its signs, and a folio of what was filed here or elsewhere', () => {
    expect(search(db, '12345678')[0]).toMatchObject({ accountId: 'juan', by: 'document' })
    expect(search(db, folio)[0]).toMatchObject({ accountId: 'juan', by: 'folio' })
    expect(search(db, `folio ${folio.replaceAll('-', ' ').toLowerCase()}`)[0]).toMatchObject({ accountId: 'juan', by: 'folio' })
    expect(search(db, fedFolio)[0]).toMatchObject({ accountId: 'rosa', by: 'folio' })
  })

  it('is found by its beginning', () => {
    expect(search(db, '409899')[0]).toMatchObject({ accountId: 'a-1', by: 'account', how: 'beginning' })
    expect(search(db, 'DE 404')[0]).toMatchObject({ accountId: 'a-1', by: 'invoice', how: 'beginning' })
    expect(search(db, 'ana.mendez1')[0]).toMatchObject({ accountId: 'a-1', by: 'email', how: 'beginning' })
  })
})

describe('a name', () => {
  it.each([
    ['juan carlos gonzález peña', 'exact'],
    ['PEÑA GONZALEZ JUAN', 'exact'],
    ['pena gonzalez', 'exact'],
    ['gonz juan', 'beginning'],
    ['J. Carlos González', 'exact'],
    ['gnozalez juan', 'similar'],
    ['Gonsales Peña', 'similar'],
    ['juan gonzalez robledo peña', 'partly'],
    ['juan glz', 'exact'],
  ])('%s is found: %s', (text, how) => {
    expect(search(db, text)[0]).toMatchObject({ accountId: 'juan', by: 'name', how })
  })

  it('is found with its particles, without them, and in one', () => {
    for (const text of ['maria de la cruz', 'cruz maria', 'delacruz maria', 'Ma. Cruz Hdz']) expect(found(text), text).toEqual(['maria'])
  })

  it('has as many words as are typed: García García is not García López', () => {
    expect(found('rosa garcia garcia')[0]).toBe('rosa')
    expect(found('garcia lopez rosa')[0]).toBe('rosaura')
  })

  it('is told apart by the address', () => {
    expect(search(db, 'hidalgo 77')[0]).toMatchObject({ accountId: 'maria', by: 'address' })
    expect(found('cruz hidalgo')).toEqual(['maria'])
  })
})

it('puts closed accounts behind others that answer as well, and those of the shift before them', () => {
  expect(found('zambrano ruiz')).toEqual(['open', 'closed'])
  expect(found('444')).toEqual(['closed'])
  expect(found('rosa garcia', ['rosaura'])[0]).toBe('rosaura')
  expect(found('', ['juan', 'gone', 'rosa'])).toEqual(['juan', 'rosa'])
  expect(found('')).toEqual([])
})

it('says who, where, and by what number of which zone', () => {
  expect(search(db, '40989917')).toEqual([
    {
      accountId: 'a-1',
      holderName: 'Ana Méndez Prieto',
      number: '40989917-7',
      numberLabel: 'Número de póliza',
      supplyAddress: 'Calle Poniente 12, Centro, 64000, Monterrey, Nuevo León',
      zoneId: 'z-mty',
      zoneName: 'Monterrey',
      status: 'active',
      by: 'account',
      how: 'exact',
    },
  ])
})

describe('any text', () => {
  const odd = [
    '"',
    '""',
    "'",
    '*',
    'a*',
    'name:',
    'NEAR(a b)',
    'a AND',
    'OR',
    'NOT x',
    '{name} : a',
    '^a',
    '(',
    '-',
    '\u0000',
    'a\u0000b',
    '😀',
    '\u202eana\u202c',
    '\ud800',
    '%_',
    "'; DROP TABLE account; --",
  ]

  it.each([...odd, 'x'.repeat(10_000), 'ana '.repeat(3_000), '1'.repeat(10_000), '"'.repeat(10_000), 'o0l1'.repeat(2_500)])('is a search: %.20s', (text) => {
    expect(search(db, text).length).toBeLessThanOrEqual(MOST_HITS)
  })

  it('finds only what the contract can carry', () => {
    const piece = fc.oneof(fc.constantFrom(...odd, 'ana', 'garcia', '4098', '@', ' ', '-', '+52'), fc.string({ unit: 'binary', maxLength: 8 }))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const hits = search(db, pieces.join(''))
        expect(hits.length).toBeLessThanOrEqual(MOST_HITS)
        expect(new Set(hits.map(({ accountId }) => accountId)).size).toBe(hits.length)
        for (const hit of hits) expect(searchHit.safeParse(hit).success).toBe(true)
      }),
      { numRuns: 150 },
    )
  })
})
