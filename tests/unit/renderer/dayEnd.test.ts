import { describe, expect, it } from 'vitest'
import { useClerk } from '../../../renderer/stores/clerk.ts'
import { useDayEnd } from '../../../renderer/stores/dayEnd.ts'
import { useSession } from '../../../renderer/stores/session.ts'
import StaffDayEndView from '../../../renderer/views/StaffDayEndView.vue'
import type { DayEnd } from '../../../shared/contract/dayEnd.ts'
import { success } from '../../../shared/result.ts'
import type { Overrides } from '../../fakes/fakeKiosk.ts'
import { sampleDay } from '../../fakes/dayEndSamples.ts'
import { mountScreen, settled, type MountedScreen } from './mountScreen.ts'

const show = (overrides: Overrides = {}): Promise<MountedScreen> => mountScreen(StaffDayEndView, { overrides, path: '/personal/cierre', visitor: true })
const shown = (part: Partial<DayEnd>): Promise<MountedScreen> => show({ 'dayEnd.show': { ...sampleDay, ...part } })
const asked = ({ kiosk }: MountedScreen, channel: string) => kiosk.called.filter((call) => call.channel === channel).map(({ request }) => request)
const rowsOf = ({ screen }: MountedScreen): string[] => screen.findAll('tbody tr').map((row) => row.text().replace(/\s+/gu, ' '))

const signature = { number: 1, signedAt: '2026-11-22T00:02:00.000Z', clerkId: 'c-1', clerkName: 'Lucía Treviño Garza', digest: 'a'.repeat(64), intact: true }
const { day, tables, differences, flaw } = sampleDay
const signed = { day, tables, differences, flaw }

describe('Cierre del día', () => {
  it('opens with today, by person, and says that nobody has signed and that the audit agrees', async () => {
    const screen = await show()
    expect(screen.screen.get('h1').text()).toBe('Cierre del día')
    expect(asked(screen, 'dayEnd.show')).toEqual([{ day: null }])
    expect(screen.words()).toContain('Sin firmar')
    expect(screen.words()).toContain('Coincide con la auditoría.')
    expect(rowsOf(screen)).toEqual(['Lucía Treviño Garza2 3 4 1 0', 'Clientes3 6 7 0 0', 'Total5 9 11 1 0'])
    screen.button('Horas').click()
    await settled()
    expect(rowsOf(screen)).toEqual(['09:002 3 4 1 0', '10:003 6 7 0 0', 'Total5 9 11 1 0'])
  })

  it('says which figures the audit tells otherwise, and by how much, before all else', async () => {
    const screen = await shown({
      differences: [{ person: { who: 'customers', name: null }, hour: null, figure: 'filed', records: 3, audit: 2 }],
      flaw: { seq: 12, flaw: 'edited' },
    })
    const alert = screen.screen.get('[role=alert]').text()
    expect(alert).toContain('1 cifra no coincide con la auditoría.')
    expect(alert).toContain('fila 12, cambiada')
    expect(rowsOf(screen)).toEqual(['ClientesPresentadas32'])
    expect(screen.words()).not.toContain('Coincide con la auditoría.')
  })

  it('shows a signed day as it was signed, with what came later beside it', async () => {
    const more = { ...tables, total: { ...tables.total, filed: 6, jobs: 8 } }
    const screen = await shown({ tables: more, signed, signatures: [signature], digest: 'b'.repeat(64) })
    const figures = screen.screen.findAll('dl > div').map((line) => line.text().replace(/\s+/gu, ' '))
    expect(figures.slice(0, 3)).toEqual(['Presentadas+1 después 5', 'Impresiones−1 después 9', 'Hojas 11'])
    expect(screen.words()).toContain('Firma 1: Lucía Treviño Garza')
    expect(screen.buttons()).toContain('Firmar otra vez')
  })

  it('says of a signature that it is not what was signed', async () => {
    const screen = await shown({ signed, signatures: [{ ...signature, intact: false }] })
    expect(screen.screen.get('[role=alert]').text()).toContain('La firma 1 no es lo que se firmó.')
  })

  it('offers to sign again what was signed by the same clerk, where that signature is gone', async () => {
    const signedNow = { ...signature, digest: sampleDay.digest }
    const screen = await shown({ signatures: [signedNow] })
    useClerk().here = { clerkId: 'c-1', name: 'Lucía Treviño Garza', roles: ['clerk'], locked: false }
    await settled()
    expect(screen.buttons()).not.toContain('Firmar otra vez')
    screen.kiosk.answer('dayEnd.show', { ...sampleDay, signatures: [{ ...signedNow, intact: false }] })
    await useDayEnd().show(sampleDay.day)
    await settled()
    expect(screen.screen.get('[role=alert]').text()).toContain('La firma 1 no es lo que se firmó.')
    expect(screen.buttons()).toContain('Firmar otra vez')
  })

  it('says of a day before the first record since when there are any, and offers nothing to sign', async () => {
    const screen = await shown({ day: '2026-01-01' })
    expect(screen.words()).toContain('Aquí no hay registros del 1 de enero de 2026.')
    expect(screen.words()).toContain('empiezan el 1 de octubre de 2026')
    expect(screen.buttons().some((name) => /^Firmar|^Imprimir/.test(name))).toBe(false)
  })

  it('goes to the day before, and to none that has not come', async () => {
    const screen = await show({ 'dayEnd.show': ({ day: wanted }) => success({ ...sampleDay, day: wanted ?? day }) })
    expect(screen.button('Siguiente').disabled).toBe(true)
    screen.button('Anterior').click()
    await settled()
    expect(asked(screen, 'dayEnd.show').at(-1)).toEqual({ day: '2026-11-20' })
    expect(screen.button('Siguiente').disabled).toBe(false)
  })

  it('is gone with whoever looked at it', async () => {
    await show()
    expect(useDayEnd().shown).not.toBeNull()
    useSession().forget()
    await settled()
    expect(useDayEnd().shown).toBeNull()
  })
})
