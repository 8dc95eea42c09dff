import { describe, expect, it } from 'vitest'
import { agreementModel, type AgreementSource } from '../../../electron/documents/agreement/agreementModel.ts'
import { printedAt } from '../../../electron/documents/printedOn.ts'
import { type anAgreement, installments } from '../../fixtures/accounts/agreements.ts'
import { lateAgreement, withAgreement } from '../../fixtures/documents/agreements.ts'
import { monterrey } from '../../fixtures/documents/documentSamples.ts'

const NOT_THE_SAME = 'Los datos de este acuerdo no coinciden entre sí. Pregunte en el mostrador si le queda algo por pagar.'
const labelsOf = (source: AgreementSource): string[] => agreementModel(source).facts.map(({ label }) => label)

describe('the paper of an agreement', () => {
  it('says from when the data are, not when it is printed', () => {
    const asOf = printedAt('2026-11-17T23:42:00Z', monterrey.timeZone)
    expect(agreementModel({ ...lateAgreement, asOf }).asOf).toBe('Dice lo que la empresa tenía registrado el 17 de noviembre de 2026 a las 17:42.')
    expect(agreementModel({ ...lateAgreement, asOf: null }).asOf).toBe('Dice lo que la empresa tiene registrado; no se sabe de qué fecha son los datos.')
  })

  it.each<[string, Parameters<typeof anAgreement>[0], string]>([
    ['completed, and not everything is paid', { status: 'completed', installments: installments(6, 5) }, 'La empresa lo da por cumplido.'],
    ['completed, of a total that is not the sum', { status: 'completed', installments: installments(6, 6), total: 59_999 }, 'La empresa lo da por cumplido.'],
    ['broken, of a total that is not the sum', { status: 'broken', total: 59_999 }, 'La empresa lo da por incumplido.'],
  ])('%s: that is said beside the word of the utility, and what to do', (_, change, told) => {
    const [first, ...rest] = agreementModel(withAgreement(change)).sentences
    expect(first).toContain(told)
    expect(rest).toEqual([NOT_THE_SAME])
  })

  it('of one whose data agree has no such sentence', () => {
    const { sentences } = agreementModel(withAgreement({ status: 'completed', installments: installments(6, 6) }))
    expect(sentences).toEqual(['La empresa lo da por cumplido.'])
  })

  it.each(['proposed', 'active', 'completed', 'broken'] as const)('of one that was %s and has been changed, claims neither state nor day', (status) => {
    const source = withAgreement({ status })
    expect(labelsOf(source)).toEqual(['Número de cuenta', 'Titular', status === 'proposed' ? 'Propuesto el' : 'Acordado el', 'Estado'])
    const changed = { ...source, agreement: { ...source.agreement, outdated: true as const } }
    expect(labelsOf(changed)).toEqual(['Número de cuenta', 'Titular'])
    expect(agreementModel(changed)).toMatchObject({ figures: [], rows: [], sum: null })
  })
})
