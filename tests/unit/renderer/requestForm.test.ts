import { describe, expect, it } from 'vitest'
import { useFormNotice } from '../../../renderer/stores/formNotice.ts'
import { useRequestForm } from '../../../renderer/stores/requestForm.ts'
import RequestFormView from '../../../renderer/views/RequestFormView.vue'
import type { TopicForm } from '../../../shared/contract/filings.ts'
import { failure } from '../../../shared/result.ts'
import type { Overrides } from '../../fakes/fakeKiosk.ts'
import { sampleAnswers } from '../../fakes/kioskSamples.ts'
import { sampleFiled } from '../../fakes/requestSamples.ts'
import { choose, chooseHighConsumption, combobox, field, fill, options, submit } from './formOnScreen.ts'
import { mountScreen, settled, type MountedScreen } from './mountScreen.ts'

const open = (tipo = 'reclamacion', overrides: Overrides = {}): Promise<MountedScreen> =>
  mountScreen(RequestFormView, { overrides, path: `/cuenta/reclamaciones/nueva?tipo=${tipo}` })

const filed = ({ kiosk }: MountedScreen): TopicForm[] =>
  kiosk.called.filter(({ channel }) => channel === 'requests.file').map(({ request }) => request as TopicForm)
const heading = ({ screen }: MountedScreen): string => screen.get('h1').text()

async function write(shown: MountedScreen): Promise<void> {
  await chooseHighConsumption()
  fill('Lectura', '4209')
  fill('Descripción', 'Llegó al doble.')
  await submit()
  expect(heading(shown)).toBe('Revise su solicitud')
}

describe('Nueva reclamación', () => {
  it('offers the topics of claims, and asks for what the topic needs', async () => {
    const shown = await open()
    expect(heading(shown)).toBe('Nueva reclamación')
    expect(options('Tema').map(({ textContent }) => textContent)).toEqual(['Fuga', 'Consumo elevado', 'Cobro indebido', 'No recibí mi factura'])
    await choose('Tema', 'No recibí mi factura')
    expect(combobox('Factura')).toBeUndefined()
    expect(() => field('Lectura')).toThrow()
    await chooseHighConsumption()
    expect(field('Lectura').value).toBe('')
    expect(options('Factura')[1]?.textContent).toBe('DM 4031 7781septiembre de 2026 · $1,102.00')
  })

  it('takes the bill in the hand for the one that is meant', async () => {
    await open()
    await chooseHighConsumption()
    expect(combobox('Factura').textContent).toContain('DE 4043 2503')
  })

  it('says beside each field what is missing, and goes to the first', async () => {
    const shown = await open()
    await submit()
    expect(heading(shown)).toBe('Nueva reclamación')
    expect(shown.words()).toContain('Elija un tema.')
    expect(shown.words()).toContain('Cuéntenos qué pasó.')
    expect(document.activeElement).toBe(combobox('Tema'))
    expect(combobox('Tema').getAttribute('aria-invalid')).toBe('true')
  })

  it('shows what will be sent, and sends it with the notice that stood there', async () => {
    const shown = await open()
    expect(shown.words()).toContain('Usamos sus datos solo para')
    await write(shown)
    for (const words of ['Consumo elevado', 'DE 4043 2503', '4209', 'Llegó al doble.']) expect(shown.words()).toContain(words)
    fill('Correo electrónico', 'ana@correo.com')
    await submit()
    expect(filed(shown)).toEqual([
      {
        formId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        accountId: 'a1',
        kind: 'claim',
        topicId: 'consumo',
        text: 'Llegó al doble.',
        invoiceId: 'i1',
        reading: '4209',
        disputedAmount: '',
        addsTo: '',
        email: 'ana@correo.com',
        phone: '',
        privacyNotice: { id: 'privacy', version: '2026-1' },
      },
    ])
    expect(shown.router.currentRoute.value.path).toBe('/cuenta/reclamaciones/recibida/c1')
  })

  it('leaves out what was typed for another topic', async () => {
    const shown = await open()
    await write(shown)
    shown.button('Corregir').click()
    await settled()
    await choose('Tema', 'No recibí mi factura')
    await submit()
    await submit()
    expect(filed(shown).map(({ topicId, invoiceId, reading }) => ({ topicId, invoiceId, reading }))).toEqual([
      { topicId: 'no-llego', invoiceId: '', reading: '' },
    ])
  })

  it('files once however often Enviar is touched, and makes a new form for the next', async () => {
    let answer: () => void = () => undefined
    const waiting = new Promise<void>((resolve) => (answer = resolve))
    const shown = await open('reclamacion', {
      'requests.file': async () => {
        await waiting
        return { ok: true, value: sampleFiled }
      },
    })
    await write(shown)
    const first = useRequestForm().draft.formId
    await submit()
    await submit()
    answer()
    await settled()
    expect(filed(shown)).toHaveLength(1)
    expect(useRequestForm().draft.formId).not.toBe(first)
    expect(useRequestForm().draft.text).toBe('')
  })

  it('keeps all that was typed, and the form’s id, when it could not be filed', async () => {
    const shown = await open()
    await write(shown)
    shown.kiosk.fail('requests.file', { code: 'cannot-store' })
    await submit()
    expect(shown.screen.get('[role="alert"]').text()).toContain('no puede guardar nada por ahora')
    shown.kiosk.fail('requests.file')
    await submit()
    const [before, after] = filed(shown)
    expect(after).toEqual(before)
  })

  it('goes back to the field that the utility’s rules do not accept', async () => {
    const shown = await open()
    await write(shown)
    shown.kiosk.fail('requests.file', { code: 'invalid-fields', fields: [{ field: 'reading', problem: 'not-a-number' }] })
    await submit()
    expect(heading(shown)).toBe('Nueva reclamación')
    expect(document.activeElement).toBe(field('Lectura'))
    expect(shown.words()).toContain('Escriba solo los números que marca su medidor.')
  })

  it.each([
    ['Lectura', '5O.634,5', 'Escriba solo los números que marca su medidor.'],
    ['Lectura', 'mil', 'Escriba solo los números que marca su medidor.'],
    ['Lectura', '1234567890', 'Escriba solo los números que marca su medidor.'],
    ['Descripción', '\u0001 \u0002', 'Cuéntenos qué pasó.'],
  ])('does not go on with a %s that Enviar would refuse: %j', async (name, text, said) => {
    const shown = await open()
    await chooseHighConsumption()
    fill('Lectura', '4209')
    fill('Descripción', 'Llegó al doble.')
    fill(name, text)
    await submit()
    expect(heading(shown)).toBe('Nueva reclamación')
    expect(shown.words()).toContain(said)
    expect(document.activeElement).toBe(field(name))
    expect(field(name).value).toBe(text)
  })

  it('does not go on with an invoice that is no longer in the account', async () => {
    const shown = await open()
    await chooseHighConsumption()
    fill('Lectura', '4209')
    fill('Descripción', 'Llegó al doble.')
    useRequestForm().draft.invoiceId = 'withdrawn'
    await submit()
    expect(heading(shown)).toBe('Nueva reclamación')
    expect(shown.words()).toContain('Esa factura ya no está en su cuenta.')
  })

  it('stays with an e-mail that is none', async () => {
    const shown = await open()
    await write(shown)
    shown.kiosk.fail('requests.file', { code: 'invalid-fields', fields: [{ field: 'email', problem: 'email-nothing-after' }] })
    await submit()
    expect(heading(shown)).toBe('Revise su solicitud')
    expect(document.activeElement).toBe(field('Correo electrónico'))
  })

  it('shows the new notice when it changed meanwhile, and sends that one', async () => {
    const shown = await open('reclamacion', {
      'requests.file': ({ privacyNotice }) => (privacyNotice?.version === '2027-1' ? { ok: true, value: sampleFiled } : failure({ code: 'notice-changed' })),
    })
    await write(shown)
    shown.kiosk.answer('kiosk.privacyNotice', { ...sampleAnswers['kiosk.privacyNotice'], version: '2027-1', summary: 'El aviso nuevo.' })
    await submit()
    expect(shown.words()).toContain('El aviso de privacidad cambió')
    expect(shown.words()).toContain('El aviso nuevo.')
    await submit()
    expect(filed(shown).at(-1)?.privacyNotice).toEqual({ id: 'privacy', version: '2027-1' })
  })

  it('files without a notice where the utility publishes none', async () => {
    const shown = await open('reclamacion', { 'kiosk.privacyNotice': failure({ code: 'not-found' }) })
    await write(shown)
    await submit()
    expect(filed(shown)[0]?.privacyNotice).toBeNull()
  })

  it('says before anything else whom to call about a leak', async () => {
    const shown = await open()
    await choose('Tema', 'Fuga')
    expect(heading(shown)).toBe('¿Es una emergencia?')
    expect(shown.words()).toContain('81 8111 2233')
    expect(shown.words()).toContain('no avisa a ninguna cuadrilla')
    expect(document.querySelector('textarea')).toBeNull()
    shown.button(/^Ya llamé/).click()
    await settled()
    expect(heading(shown)).toBe('Nueva reclamación')
    expect(combobox('Tema').textContent).toContain('Fuga')
  })

  it('leads from the emergency back to all that was typed, and asks again before it goes on', async () => {
    const shown = await open()
    fill('Descripción', 'Huele a gas en la calle.')
    await choose('Tema', 'Fuga')
    expect(shown.router.currentRoute.value.query.paso).toBe('emergencia')
    await shown.router.replace('/cuenta/reclamaciones/nueva?tipo=reclamacion')
    await settled()
    expect(heading(shown)).toBe('Nueva reclamación')
    expect(field('Descripción').value).toBe('Huele a gas en la calle.')
    expect(combobox('Tema').textContent).toContain('Fuga')
    await submit()
    expect(heading(shown)).toBe('¿Es una emergencia?')
  })

  it('says what to do when the topics have not come', async () => {
    const shown = await open('reclamacion', { 'requests.topics': { topics: [] } })
    expect(shown.words()).toContain('Todavía no hay temas para elegir')
    expect(shown.words()).toContain('mostrador')
  })

  it('S13 keeps what is typed within the visit, and nothing of it after', async () => {
    const shown = await open()
    await chooseHighConsumption()
    fill('Descripción', 'Llegó al doble.')
    const form = useRequestForm()
    form.begin('question')
    expect(form.draft.text).toBe('')
    form.begin('claim')
    expect(form.draft.text).toBe('Llegó al doble.')
    shown.kiosk.emit('session.ended', { reason: 'idle' })
    expect([form.draft.text, form.draft.topicId, useFormNotice().shown]).toEqual(['', '', null])
  })
})

describe('Nueva pregunta', () => {
  it('offers the topics of questions', async () => {
    const shown = await open('pregunta')
    expect(heading(shown)).toBe('Nueva pregunta')
    expect(options('Tema').map(({ textContent }) => textContent)).toEqual(['Tarifa y precio', 'Entender mi factura'])
    await choose('Tema', 'Entender mi factura')
    fill('Descripción', '¿Qué es el cargo fijo?')
    await submit()
    await submit()
    expect(filed(shown)[0]).toMatchObject({ kind: 'question', topicId: 'entender', invoiceId: 'i1', text: '¿Qué es el cargo fijo?' })
  })
})
