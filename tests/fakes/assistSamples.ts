import type { AccountHeader } from '../../shared/contract/account.ts'
import type { AnswerOf } from '../../shared/contract/index.ts'
import type { SearchHit } from '../../shared/contract/search.ts'
import { sampleConsumption } from './statementSamples.ts'

export const aHit = (change: Partial<SearchHit> = {}): SearchHit => ({
  accountId: 'a1',
  holderName: 'Ana Méndez Prieto',
  number: '40989917-7',
  numberLabel: 'Número de cuenta',
  supplyAddress: 'Calle Poniente 12, Centro, 64000, Monterrey, Nuevo León',
  zoneId: 'mty',
  zoneName: 'Monterrey',
  status: 'active',
  by: 'name',
  how: 'similar',
  ...change,
})

/** Three who are found by the same words. */
export const sampleHits: SearchHit[] = [
  aHit(),
  aHit({ accountId: 'a2', holderName: 'Ana María Méndez', number: '73502611-2', supplyAddress: 'Río Pánuco 501, Mitras, Monterrey', how: 'beginning' }),
  aHit({
    accountId: 'a3',
    holderName: 'Anastasia Mendieta Ruiz',
    number: '8295249-3',
    status: 'suspended',
    zoneName: 'Nuevo Laredo',
    by: 'address',
    how: 'exact',
  }),
]

type Channels = 'search.find' | 'assist.open' | 'assist.close' | 'assist.customer'

/** What the fake answers about who is found and served. */
export const assistAnswers = (account: AccountHeader): { [C in Channels]: AnswerOf<C> } => ({
  'search.find': { hits: sampleHits },
  'assist.open': {},
  'assist.close': {},
  'assist.customer': {
    account,
    document: { type: 'CURP', number: '••••••01' },
    contractNumber: 'C778809523',
    meterNumber: 'G4-118820',
    tariff: 'Doméstica',
    readings: sampleConsumption(account).readings.slice(0, 3),
    papers: [{ jobId: 'j1', kind: 'duplicate', name: 'DE 4043 2503', askedAt: '2026-11-21T16:40:00.000Z', state: 'confirmed' }],
  },
})
