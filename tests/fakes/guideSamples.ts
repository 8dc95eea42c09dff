import type { Question } from '../../shared/contract/guide.ts'
import type { AnswerOf } from '../../shared/contract/index.ts'

const asked = (id: string, category: string, question: string): Question => ({ id, locale: 'es-MX', category, question })

export const sampleQuestions: Question[] = [
  asked('q1', 'Mi recibo', '¿Qué es un duplicado?'),
  asked('q2', 'Mi recibo', '¿Por qué mi lectura es estimada?'),
  asked('q3', 'Pagos', '¿Puedo pagar en parcialidades?'),
]

export const samplePlaces: AnswerOf<'guide.payPlaces'> = {
  zoneId: 'mty',
  offices: [
    { id: 'o1', name: 'Sucursal Centro', address: 'Av. Constitución 1455 Pte., Monterrey', hours: 'Lunes a viernes de 8:30 a 16:30' },
    { id: 'o2', name: 'Módulo Cumbres', address: 'Paseo de los Leones 20, Monterrey', hours: null },
  ],
  banks: [{ bankId: 'b1', name: 'BBVA', kind: 'bank' }],
}

export const guideAnswers: { [C in 'guide.questions' | 'guide.answer' | 'guide.payPlaces']: AnswerOf<C> } = {
  'guide.questions': { search: '', questions: sampleQuestions },
  'guide.answer': { id: 'q2', answer: '# Motivos\n\nPorque no fue posible leer el medidor:\n\n- puerta cerrada\n- perro' },
  'guide.payPlaces': samplePlaces,
}
