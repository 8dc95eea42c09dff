import { describe, expect, it } from 'vitest'
import { type ReceiptModel, receiptModel } from '../../../electron/documents/receipt/receiptModel.ts'
import type { ReceiptSource } from '../../../electron/documents/receipt/receiptSource.ts'
import type { Command, Request } from '../../../shared/utility-api/generated/types.gen.ts'
import { mexicanAccount } from '../../fixtures/documents/documentSamples.ts'
import { answeredLeak, commandOf, storedClaim, withText } from '../../fixtures/documents/receipts.ts'

const of = (change: Partial<ReceiptSource> = {}): ReceiptModel => receiptModel({ ...storedClaim, ...change })
const ofKind = (message: Pick<Command, 'kind' | 'payload'>): ReceiptModel => of({ command: commandOf(message), topic: null, invoice: null })
const fact = ({ facts }: ReceiptModel, name: string): string | undefined => facts.find(({ label }) => label === name)?.value

describe('a receipt', () => {
  it('says when it was filed on the branch’s clock, and where', () => {
    const model = of()
    expect(model.filed).toBe('Presentada el 21 de noviembre de 2026 a las 10:42')
    expect(fact(model, 'Sucursal')).toBe('Sucursal Centro')
    expect(fact(model, 'Kiosco')).toBe('K07')
    expect(of({ stored: { ...storedClaim.stored, capturedAt: '2026-11-21T03:30:00Z' } }).filed).toBe('Presentada el 20 de noviembre de 2026 a las 21:30')
  })

  it('names the account and masks its holder', () => {
    const model = of()
    expect(fact(model, 'Número de cuenta')).toBe('40989917-7')
    expect(fact(model, 'Titular')).toBe('M•••• G•••••• P••• I•••••')
    expect(JSON.stringify(model)).not.toMatch(/Guadalupe|Peña|sentinel/)
  })

  it('says what a claim is about, in the zone’s way of writing', () => {
    expect(fact(of(), 'Factura')).toBe('DE 4043 2503')
    expect(fact(of(), 'Lectura que usted indica')).toBe('4,290 m³')
    const disputed = commandOf({ kind: 'claim', payload: { topicId: 't', text: 'x', disputedAmount: 363_900 } })
    expect(fact(of({ command: disputed }), 'Importe que reclama')).toBe('$3,639.00')
    expect(fact(receiptModel({ ...answeredLeak, command: disputed }), 'Importe que reclama')).toBe('$ 3.639,00')
  })

  it('says to which claim another adds, and once', () => {
    const adding = { topicId: 't', text: 'Agrega información a la reclamación MTY-778\nFalta esto', addsTo: 'MTY-778' }
    const model = of({ command: commandOf({ kind: 'claim', payload: adding }) })
    expect(fact(model, 'Agrega información a la reclamación')).toBe('MTY-778')
    expect(model.text).toEqual(['Falta esto'])
  })

  it('says the kind alone where the topic is gone', () => {
    expect(of()).toMatchObject({ kind: 'Reclamación', topic: 'Lectura estimada o equivocada' })
    expect(of({ topic: null })).toMatchObject({ kind: 'Reclamación', topic: null, emergency: null })
    expect(receiptModel(answeredLeak).kind).toBe('Reclamo')
  })

  it('is numbered from the second copy', () => {
    expect(of().copy).toBeNull()
    expect(of({ copyNumber: 3 }).copy).toBe('Copia 3 · Impresa el 21/11/2026 a las 10:42')
  })

  it('stands without account, branch or topic', () => {
    const model = of({ account: null, branch: null, topic: null, invoice: null })
    expect(model.facts.map(({ label }) => label)).toEqual(['Kiosco', 'Lectura que usted indica'])
    expect(model.filed).toContain('10:42')
  })
})

describe('what happens next', () => {
  const request: Request = { id: 'r-1', folio: 'MTY-778', kind: 'claim', topic: 'Lectura', status: 'received', openedOn: '2026-11-21' }
  const stored = storedClaim.stored

  it('filed without a network: it is sent later, and its date stands', () => {
    expect(of().next.at(-1)).toBe('Su solicitud está guardada. Se enviará en cuanto haya conexión; la fecha que cuenta es la de este comprobante.')
    expect(of().next[0]).toContain('Guarde este comprobante')
    expect(fact(of(), 'Folio de la empresa')).toBeUndefined()
  })

  it('has a date only where the utility gave one', () => {
    const delivered = { ...stored, state: 'delivered', utilityFolio: 'MTY-778' } as const
    expect(of({ stored: delivered }).next.at(-1)).toBe('La empresa ya recibió su solicitud.')
    expect(fact(of({ stored: delivered }), 'Folio de la empresa')).toBe('MTY-778')
    expect(of({ stored: { ...delivered, answerDueOn: '2026-12-14' } }).next.at(-1)).toContain('a más tardar el 14 de diciembre de 2026')
  })

  it('of a claim names the days where the zone has the rule and no date is known, and then the regulator', () => {
    const zone = { ...storedClaim.zone, regulator: { name: 'URSEA', phone: '0800 8773', claimBusinessDays: 15 } }
    const delivered = { ...stored, state: 'delivered', utilityFolio: 'MTY-778' } as const
    const [days, next] = [
      'La empresa debe responderle en 15 días hábiles.',
      'Si no le responden o no está de acuerdo con la respuesta, acuda a URSEA, teléfono 0800 8773.',
    ]
    expect(of({ zone }).next.slice(-2)).toEqual([days, next])
    expect(of({ zone, stored: { ...delivered, answerDueOn: '2026-12-14' } }).next).not.toContain(days)
    expect(of({ zone, stored: { ...stored, state: 'refused' } }).next).not.toContain(days)
    expect(of({ zone, request: { ...request, status: 'resolved' } }).next.slice(-1)).toEqual([next])
    expect(of({ zone, request: { ...request, status: 'waitingCustomer' } }).next).not.toContain(days)
    expect(of({ zone, request: { ...request, status: 'inProgress' } }).next).toContain(days)
    expect(of({ zone: { ...zone, regulator: { name: 'URSEA' } } }).next.slice(-1)).toEqual([
      'Si no le responden o no está de acuerdo con la respuesta, acuda a URSEA.',
    ])
    const question = commandOf({ kind: 'question', payload: { topicId: 't', text: 'x' } })
    expect(of({ zone, command: question }).next.join(' ')).not.toMatch(/URSEA|hábiles/u)
    expect(of().next.join(' ')).not.toMatch(/acuda|hábiles/u)
  })

  it('of a claim says what the zone says of every claim, before the regulator, and of nothing else', () => {
    const zone = { ...storedClaim.zone, claimNotice: ' No se corta\nmientras está abierta. 😀 ', regulator: { name: 'URSEA' } }
    expect(of({ zone }).next.at(-2)).toBe('No se corta mientras está abierta. ?')
    const question = commandOf({ kind: 'question', payload: { topicId: 't', text: 'x' } })
    expect(of({ zone, command: question }).next.join(' ')).not.toContain('No se corta')
    expect(of({ zone: { ...storedClaim.zone, claimNotice: ' ' } }).next).toEqual(of().next)
  })

  it('takes the feed’s word before this kiosk’s', () => {
    expect(fact(of({ request }), 'Folio de la empresa')).toBe('MTY-778')
    expect(of({ request: { ...request, answerDueOn: '2026-12-20' } }).next.at(-1)).toContain('20 de diciembre de 2026')
    expect(of({ request: { ...request, status: 'resolved', answerDueOn: '2026-12-20' } }).next.at(-1)).toContain('ya respondió')
  })

  it('of what was set aside sends the person to the counter', () => {
    expect(of({ stored: { ...stored, state: 'refused' } }).next.at(-1)).toContain('Pase al mostrador')
  })

  it('of what staff closed sends nobody to wait, and names what was filed in its place', () => {
    const zone = { ...storedClaim.zone, regulator: { name: 'URSEA', claimBusinessDays: 15 } }
    const refused = { ...stored, state: 'refused' } as const
    const closed = of({ stored: refused, settled: { successor: null } })
    expect(closed.next.at(-1)).toBe('La atendió el personal. Si tiene dudas, pregunte en el mostrador con este comprobante.')
    const corrected = of({ stored: refused, settled: { successor: 'K07-20261121-00435' } })
    expect(corrected.next.at(-1)).toBe('La atendió el personal. En su lugar está el folio K07-20261121-00435.')
    for (const { next } of [closed, corrected]) expect(next.join(' ')).not.toMatch(/Pase al mostrador|respondió|recibió/u)
    expect(of({ zone, stored: refused, settled: { successor: null } }).next.join(' ')).not.toContain('hábiles')
    expect(of({ stored: refused, settled: { successor: null }, request: { ...request, status: 'resolved' } }).next.at(-1)).toContain('ya respondió')
  })

  it('of a reading says that the day counts on which it was taken, however late it arrives', () => {
    const command = commandOf({ kind: 'reading', payload: { meterNumber: 'G4-7723190', value: 4290, takenOn: '2026-11-20' } })
    const counts = 'Su lectura cuenta con fecha del 20 de noviembre de 2026, el día en que la aportó, aunque llegue después a la empresa.'
    expect(of({ command }).next).toContain(counts)
    expect(of({ command, stored: { ...stored, state: 'refused' } }).next).not.toContain(counts)
    expect(of().next).not.toContain(counts)
  })

  it('of an emergency says that it alerts nobody, and gives the number', () => {
    expect(receiptModel(answeredLeak).emergency).toBe('Este comprobante no avisa a una cuadrilla. En una emergencia llame al 0800 1871.')
    const { emergencyPhone: _, ...silent } = answeredLeak.zone
    expect(receiptModel({ ...answeredLeak, zone: silent }).emergency).toContain('llame al número de emergencias de la empresa')
  })
})

describe('every kind', () => {
  const known = ['reading', 'invoiceDelivery', 'contactDetails']
  const kinds: [Pick<Command, 'kind' | 'payload'>, string, Record<string, string>][] = [
    [{ kind: 'question', payload: { topicId: 't', text: 'x' } }, 'Pregunta', {}],
    [
      { kind: 'contact', payload: { topicId: 't', name: 'Ana Peña', accountNumber: '40989917', text: 'x' } },
      'Mensaje',
      { Nombre: 'A•• P•••', 'Número de cuenta': '40989917-7' },
    ],
    [
      { kind: 'reading', payload: { meterNumber: 'G4-7723190', value: 4290.5, takenOn: '2026-11-20' } },
      'Lectura del medidor',
      { Medidor: 'G4-7723190', 'Lectura que usted indica': '4,290.5 m³', 'Leída el': '20 nov 2026' },
    ],
    [{ kind: 'reconnection', payload: { reason: 'paidDebt', phone: '81 5555 0000' } }, 'Reconexión', { Motivo: 'Ya pagó el adeudo' }],
    [
      { kind: 'holderChange', payload: { newHolder: mexicanAccount.holder, email: 'a@example.com', phone: '81 5555 0000', effectiveOn: '2026-12-01' } },
      'Cambio de titular',
      { 'Nuevo titular': 'M•••• G•••••• P••• I•••••', 'A partir del': '1 dic 2026' },
    ],
    [
      { kind: 'invoiceDelivery', payload: { delivery: 'email', email: 'a@example.com' } },
      'Forma de recibir su factura',
      { 'La recibirá': 'Por correo electrónico' },
    ],
    [
      { kind: 'contactDetails', payload: { email: 'a@example.com', phone: '81 5555 0000' } },
      'Cambio de datos de contacto',
      { Cambia: 'Correo electrónico, Teléfono' },
    ],
  ]

  it.each(kinds)('%j', (message, kind, facts) => {
    const model = ofKind(message)
    expect(model.kind).toBe(kind)
    expect(model.next[0]).toContain(known.includes(message.kind) ? 'en este mismo kiosco' : 'en cualquier kiosco')
    for (const [label, value] of Object.entries(facts)) expect(fact(model, label), label).toBe(value)
    expect(JSON.stringify(model)).not.toMatch(/example\.com|5555|undefined/)
  })
})

describe('what the person wrote', () => {
  const textOf = (text: string): string[] => receiptModel(withText(text)).text

  it('keeps its lines, one empty line at most between them', () => {
    expect(textOf('\n\nUno\r\nDos\n\n\n\nTres \n\n')).toEqual(['Uno', 'Dos', '', 'Tres'])
  })

  it('runs on where there are very many lines, and loses nothing', () => {
    const words = Array.from({ length: 500 }, (_, index) => `p${index}`)
    expect(textOf(words.join('\n\n'))).toEqual([words.join(' ')])
  })

  it('has no control characters, and a sign for what the paper cannot draw', () => {
    expect(textOf('A\u0007B\u001b[31m C\u202eD 😀 Жук\u0000')).toEqual(['A B [31m CD ? ???'])
  })
})
