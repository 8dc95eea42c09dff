import { afterEach, describe, expect, it } from 'vitest'
import RequestFormView from '../../../renderer/views/RequestFormView.vue'
import type { TopicForm } from '../../../shared/contract/filings.ts'
import type { Overrides } from '../../fakes/fakeKiosk.ts'
import { choose, field, fill, submit } from './formOnScreen.ts'
import { mountScreen, type MountedScreen } from './mountScreen.ts'

const open = (overrides: Overrides = {}): Promise<MountedScreen> =>
  mountScreen(RequestFormView, { overrides, path: '/cuenta/reclamaciones/nueva?tipo=reclamacion' })
const filed = ({ kiosk }: MountedScreen): TopicForm[] =>
  kiosk.called.filter(({ channel }) => channel === 'requests.file').map(({ request }) => request as TopicForm)
const heading = ({ screen }: MountedScreen): string => screen.get('h1').text()

afterEach(() => {
  document.body.innerHTML = ''
})

describe('Importe que no reconoce', () => {
  const DISPUTED = 'Importe que no reconoce'

  it('is asked for beside an invoice alone, with the total that it can be at most, and may be left out', async () => {
    const shown = await open()
    await choose('Tema', 'No recibí mi factura')
    expect(() => field(DISPUTED)).toThrow()
    await choose('Tema', 'Cobro indebido')
    expect(shown.words()).toContain('Puede dejarlo vacío. El total de esta factura es $1,284.50.')
    fill('Descripción', 'Hay un cargo de más.')
    await submit()
    await submit()
    expect(filed(shown)[0]?.disputedAmount).toBe('')
  })

  it.each([
    ['1,284.51', 'Es más que el total de la factura. El total de esta factura es $1,284.50.'],
    ['0', 'Escriba un importe mayor que cero, o déjelo vacío.'],
    ['10.505', 'Sobran números después del punto o la coma.'],
    ['mucho', 'Escriba el importe con números, como está en su factura.'],
  ])('of %j says beside the field what is wrong', async (typed, said) => {
    const shown = await open()
    await choose('Tema', 'Cobro indebido')
    fill(DISPUTED, typed)
    fill('Descripción', 'Hay un cargo de más.')
    await submit()
    expect(heading(shown)).toBe('Nueva reclamación')
    expect(shown.words()).toContain(said)
    expect(document.activeElement).toBe(field(DISPUTED))
  })

  it('stands at the last look as the account writes amounts, and is sent as it was typed', async () => {
    const shown = await open()
    await choose('Tema', 'Cobro indebido')
    fill(DISPUTED, '1250.5')
    fill('Descripción', 'Hay un cargo de más.')
    await submit()
    expect(shown.words()).toContain('Importe que no reconoce$1,250.50')
    await submit()
    expect(filed(shown)[0]).toMatchObject({ topicId: 'cobro', invoiceId: 'i1', disputedAmount: '1250.5' })
  })

  it('of another topic stays behind', async () => {
    const shown = await open()
    await choose('Tema', 'Cobro indebido')
    fill(DISPUTED, '9,999.00')
    await choose('Tema', 'No recibí mi factura')
    fill('Descripción', 'No llegó.')
    await submit()
    await submit()
    expect(filed(shown)[0]?.disputedAmount).toBe('')
  })
})
