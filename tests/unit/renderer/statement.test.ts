import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useSession } from '../../../renderer/stores/session.ts'
import { useStatement } from '../../../renderer/stores/statement.ts'
import StatementView from '../../../renderer/views/StatementView.vue'
import type { Statement } from '../../../shared/contract/statement.ts'
import { failure, success } from '../../../shared/result.ts'
import type { Overrides } from '../../fakes/fakeKiosk.ts'
import { sampleAccount, sampleJob } from '../../fakes/kioskSamples.ts'
import { sampleStatement } from '../../fakes/statementSamples.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { mountScreen, settled, type MountedScreen } from './mountScreen.ts'

const statement = sampleStatement(sampleAccount)
/** Answers whatever range it is asked for. */
const echoed: Overrides = { 'statement.show': ({ from, to }) => success({ ...statement, from, to }) }
const show = (overrides: Overrides = echoed): Promise<MountedScreen> => mountScreen(StatementView, { overrides, path: '/cuenta/estado' })
const shown = (part: Partial<Statement>): Promise<MountedScreen> => show({ 'statement.show': { ...statement, ...part } })
const asked = ({ kiosk }: MountedScreen, channel = 'statement.show') => kiosk.called.filter((call) => call.channel === channel).map(({ request }) => request)
const field = (name: 'Desde' | 'Hasta'): HTMLInputElement => {
  const label = [...document.querySelectorAll('label')].find((one) => one.textContent === name)
  return document.getElementById(label?.htmlFor ?? '') as HTMLInputElement
}
async function type(name: 'Desde' | 'Hasta', text: string): Promise<void> {
  field(name).focus()
  field(name).value = text
  field(name).dispatchEvent(new Event('input', { bubbles: true }))
  await settled()
}
const year = { accountId: 'a1', from: '2025-11-22', to: '2026-11-21' }

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-22T05:30:00Z'), toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('Estado de cuenta', () => {
  it('opens with the last 12 months that end today where the account is', async () => {
    const screen = await show()
    expect(screen.screen.get('h1').text()).toBe('Estado de cuenta')
    expect(asked(screen)).toEqual([year])
    expect([field('Desde').value, field('Hasta').value]).toEqual(['22/11/2025', '21/11/2026'])
    expect(screen.button('12 meses').getAttribute('aria-pressed')).toBe('true')
  })

  it('is a sum: what was owed, charged, paid, and is owed', async () => {
    const { screen } = await shown({ opening: 5000, charges: 1951965, payments: 1823515, closing: 133450 })
    const sum = screen.findAll('dl > div').map((line) => line.text().replace(/\s+/gu, ' '))
    expect(sum).toEqual(['Saldo antes del 22 nov 2025$50.00', 'Cargos+ $19,519.65', 'Pagos y abonos− $18,235.15', 'Saldo al 21 nov 2026$1,334.50'])
  })

  it('says whose favour a balance is in, and writes ten million', async () => {
    const { words } = await shown({ closing: -1_000_000_000 })
    expect(words()).toContain('Saldo a su favor al 21 nov 2026$10,000,000.00')
  })

  it('lists the movements, newest first, each with its balance', async () => {
    const { screen } = await show()
    await eventually(() => expect(screen.findAll('tbody tr')).toHaveLength(statement.rows.length))
    const rows = screen.findAll('tbody tr').map((row) => row.findAll('td').map((cell) => cell.text().replace(/\s+/gu, ' ')))
    expect(rows[0]).toEqual(['3 nov 2026', 'Factura DL 4043 2503', '$1,284.50', '$1,284.50'])
    expect(rows[1]).toEqual(['24 oct 2026', 'Pago en Farmacias Azul DK 4043 2503', '−$1,102.00', '$0.00'])
  })

  it('S04 shows a description as the letters that it is, and what it was where there is none', async () => {
    const [row] = statement.rows
    if (!row) throw new Error('no row')
    const { screen } = await shown({
      rows: [
        { ...row, id: 'x', description: '=cmd|<img src=x onerror=alert(1)>', documentNumber: null },
        { ...row, id: 'y', description: ' ', kind: 'fee' },
      ],
    })
    const [hostile, empty] = screen.findAll('tbody tr').map((line) => line.findAll('td')[1]?.text().replace(/\s+/gu, ' '))
    expect(hostile).toBe('=cmd|<img src=x onerror=alert(1)>')
    expect(empty).toBe('Cargo DL 4043 2503')
    expect(screen.find('img').exists()).toBe(false)
  })

  it('says that there are more than the screen shows', async () => {
    expect((await shown({ count: 50_000 })).words()).toContain('50,000 movimientosAquí están los 23 más recientes. En Excel y CSV están todos.')
  })

  it('is a statement too when nothing moved', async () => {
    const { words, buttons, screen } = await shown({ rows: [], count: 0, opening: 700, charges: 0, payments: 0, closing: 700 })
    expect(words()).toContain('No hubo movimientos del 22 de noviembre de 2025 al 21 de noviembre de 2026.')
    expect(words()).toContain('Saldo al 21 nov 2026$7.00')
    expect(buttons()).toEqual(expect.arrayContaining(['Imprimir', 'Ver', 'Guardar PDF']))
    expect(screen.find('table').exists()).toBe(false)
  })

  it('says what failed, and tries again', async () => {
    const screen = await show({ 'statement.show': failure({ code: 'internal', incidentId: 'abc' }) })
    expect(screen.words()).toContain('Algo salió mal de nuestro lado.')
    expect(screen.buttons()).not.toContain('Imprimir')
    screen.kiosk.answer('statement.show', statement)
    screen.button('Reintentar').click()
    await settled()
    expect(asked(screen)).toEqual([year, year])
    expect(screen.buttons()).toContain('Imprimir')
  })
})

describe('the range', () => {
  it.each([
    ['3 meses', '2026-08-22', '22/08/2026'],
    ['6 meses', '2026-05-22', '22/05/2026'],
    ['24 meses', '2024-11-22', '22/11/2024'],
  ])('is %s by one touch', async (name, from, written) => {
    const screen = await show()
    screen.button(name).click()
    await settled()
    expect(asked(screen).at(-1)).toEqual({ ...year, from })
    expect(field('Desde').value).toBe(written)
  })

  it('follows what is typed as soon as it is a date, and not before', async () => {
    const screen = await show()
    await type('Desde', '1/1/20')
    expect(asked(screen)).toEqual([year])
    await type('Desde', '1/1/2026')
    expect(asked(screen)).toEqual([year, { ...year, from: '2026-01-01' }])
    expect(field('Desde').value).toBe('1/1/2026')
    await type('Hasta', '2026-06-30')
    expect(asked(screen).at(-1)).toEqual({ ...year, from: '2026-01-01', to: '2026-06-30' })
    expect(screen.button('12 meses').getAttribute('aria-pressed')).toBe('false')
  })

  it('asks about what is no date when the person goes on, and says so beside it', async () => {
    const problem = failure({ code: 'invalid-fields', fields: [{ field: 'from', problem: 'not-a-date' }] })
    const screen = await show({ 'statement.show': ({ from, to }) => (from === '31/02/2026' ? problem : success({ ...statement, from, to })) })
    await type('Desde', '31/02/2026')
    expect(asked(screen)).toEqual([year])
    field('Desde').blur()
    await settled()
    expect(asked(screen).at(-1)).toEqual({ ...year, from: '31/02/2026' })
    expect(field('Desde').getAttribute('aria-invalid')).toBe('true')
    expect(screen.words()).toContain('Revise la fecha: día, mes y año.')
    expect(screen.buttons()).not.toContain('Imprimir')
    expect(field('Desde').value).toBe('31/02/2026')
    await type('Desde', '28/02/2026')
    expect(screen.buttons()).toContain('Imprimir')
  })

  it('says which days can be had, and keeps what was typed', async () => {
    const tooEarly = failure({ code: 'invalid-fields', fields: [{ field: 'from', problem: 'date-too-early', day: '2024-11-01' }] })
    const inFuture = failure({ code: 'invalid-fields', fields: [{ field: 'to', problem: 'date-future', day: '2026-11-21' }] })
    const judged: Overrides = {
      'statement.show': ({ from, to }) => (from < '2024' ? tooEarly : to > '2027' ? inFuture : success({ ...statement, from, to })),
    }
    const screen = await show(judged)
    await type('Desde', '01/01/1990')
    expect(screen.words()).toContain('No hay movimientos tan antiguos. Puede pedir desde el 1 de noviembre de 2024.')
    expect(field('Desde').value).toBe('01/01/1990')
    expect(field('Desde').getAttribute('aria-invalid')).toBe('true')
    await type('Desde', '01/01/2025')
    await type('Hasta', '31/12/2090')
    expect(screen.words()).toContain('Esa fecha aún no llega. Puede pedir hasta el 21 de noviembre de 2026.')
    expect([field('Desde').value, field('Hasta').value]).toEqual(['01/01/2025', '31/12/2090'])
    expect(screen.buttons()).not.toContain('Imprimir')
  })

  it('says that the days stand the wrong way round', async () => {
    const screen = await show({ 'statement.show': failure({ code: 'invalid-fields', fields: [{ field: 'to', problem: 'date-order' }] }) })
    expect(field('Hasta').getAttribute('aria-invalid')).toBe('true')
    expect(screen.words()).toContain('Va antes que la primera fecha.')
  })

  it('has keys of its own once a finger touches a date, which write the strokes and go on by themselves', async () => {
    const screen = await show()
    expect(screen.screen.find('.simple-keyboard').exists()).toBe(false)
    field('Desde').focus()
    field('Desde').click()
    await settled()
    const press = async (keys: string): Promise<void> => {
      for (const key of keys) {
        screen.screen.get(`[data-skbtn="${key}"]`).element.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 0 }))
        await settled()
      }
    }
    await press('0101')
    expect(field('Desde').value).toBe('01/01/')
    await press('2026')
    expect(document.activeElement).toBe(field('Hasta'))
    await press('30062026')
    expect(asked(screen).at(-1)).toEqual({ ...year, from: '2026-01-01', to: '2026-06-30' })
    expect(screen.screen.find('.simple-keyboard').exists()).toBe(false)
    expect(screen.screen.find('table').exists()).toBe(true)
  })
})

describe('taking it away', () => {
  const document = { kind: 'statement', accountId: 'a1', from: '2025-11-22', to: '2026-11-21' }

  it('prints what is shown, once, and goes to where the printing is told', async () => {
    const screen = await show({ ...echoed, 'printing.print': { ...sampleJob, id: 'j7', kind: 'statement' } })
    screen.button('Imprimir').click()
    screen.button('Imprimir').click()
    await settled()
    await eventually(() => expect(screen.router.currentRoute.value.path).toBe('/imprimir/j7'))
    expect(asked(screen, 'printing.print')).toEqual([{ document }])
  })

  it('prints the range that was asked last, also before its figures are there', async () => {
    const screen = await show()
    screen.button('3 meses').click()
    screen.button('Imprimir').click()
    await settled()
    expect(asked(screen, 'printing.print')).toEqual([{ document: { ...document, from: '2026-08-22' } }])
  })

  it('opens the preview of the same', async () => {
    const screen = await show()
    screen.button('Ver').click()
    await settled()
    expect(asked(screen, 'preview.open')).toEqual([{ document }])
  })

  it('S13 is gone with the visitor', async () => {
    await show()
    const store = useStatement()
    expect(store.shown).not.toBeNull()
    useSession().forget()
    expect([store.shown, store.known, store.asked]).toEqual([null, null, null])
    expect(await store.document()).toBeNull()
  })
})
