import type { AccountHeader } from '../../shared/contract/account.ts'
import type { AnswerOf } from '../../shared/contract/index.ts'
import type { FiledRequest, RequestSummary, Topic } from '../../shared/contract/requests.ts'

const plain = { emergency: false, highConsumption: false, requiresInvoice: false, requiresReading: false }

export const sampleTopics: Topic[] = [
  { ...plain, id: 'precio', kind: 'question', name: 'Tarifa y precio' },
  { ...plain, id: 'entender', kind: 'question', name: 'Entender mi factura', requiresInvoice: true },
  { ...plain, id: 'fuga', kind: 'claim', name: 'Fuga', emergency: true },
  { ...plain, id: 'consumo', kind: 'claim', name: 'Consumo elevado', highConsumption: true, requiresInvoice: true, requiresReading: true },
  { ...plain, id: 'cobro', kind: 'claim', name: 'Cobro indebido', requiresInvoice: true },
  { ...plain, id: 'no-llego', kind: 'claim', name: 'No recibí mi factura' },
]

export const sampleRequests: RequestSummary[] = [
  {
    id: 'c1',
    kind: 'claim',
    topic: 'Consumo elevado',
    topicId: 'consumo',
    invoiceId: 'i9',
    addsTo: null,
    state: 'stored',
    folio: 'K07-20261121-00428',
    utilityFolio: null,
    filedOn: '2026-11-21',
    answerDueOn: null,
    answer: null,
  },
  {
    id: 'r1',
    kind: 'question',
    topic: 'Tarifa y precio',
    topicId: 'precio',
    invoiceId: null,
    addsTo: null,
    state: 'resolved',
    folio: null,
    utilityFolio: 'SOL-2026-000128',
    filedOn: '2026-10-02',
    answerDueOn: '2026-10-16',
    answer: 'El precio se publica cada mes.',
  },
]

export const sampleFiled: FiledRequest = {
  commandId: 'c1',
  folio: 'K07-20261121-00428',
  kind: 'claim',
  topic: 'Consumo elevado',
  addsTo: null,
  emergency: false,
  filedAt: '2026-11-21T16:42:00.000Z',
  state: 'stored',
  utilityFolio: null,
  answerDueOn: null,
}

type RequestChannel = 'requests.topics' | 'requests.list' | 'requests.file' | 'requests.filed' | 'requests.byFolio'

/** What the fake answers about questions and claims of an account. */
export const requestAnswers = (account: AccountHeader): { [C in RequestChannel]: AnswerOf<C> } => ({
  'requests.topics': { topics: sampleTopics },
  'requests.list': { account, requests: sampleRequests },
  'requests.file': sampleFiled,
  'requests.filed': sampleFiled,
  'requests.byFolio': {
    folio: 'K07-20261121-00428',
    kind: 'claim',
    state: 'inProgress',
    utilityFolio: 'SOL-2026-000131',
    filedOn: '2026-11-21',
    answerDueOn: '2026-12-05',
    successor: null,
  },
})

/** What the fake answers about messages without an account. */
export const contactAnswers: { [C in 'contact.topics' | 'contact.file']: AnswerOf<C> } = {
  'contact.topics': {
    topics: [
      { id: 'consulta', name: 'Consulta general', form: 'query', emergency: false },
      { id: 'opinion', name: 'Opinión', form: 'opinion', emergency: false },
      { id: 'fuga', name: 'Fuga en la calle', form: null, emergency: true },
    ],
  },
  'contact.file': { ...sampleFiled, kind: 'contact', topic: 'Consulta' },
}
