import { describe, expect, it } from 'vitest'
import { createQuestionSearch } from '../../../electron/services/questionSearch.ts'
import { faqs } from '../../../electron/sandbox/data/faqs.ts'
import type { Faq } from '../../../shared/utility-api/generated/types.gen.ts'

const spanish = createQuestionSearch(faqs.filter(({ locale }) => locale === 'es-MX'))
const found = (text: string): string[] => spanish.find(text).map(({ question }) => question)

const RECONNECTION = '¿Cómo pido la reconexión?'

describe('searching frequent questions', () => {
  it.each(['reconexión', 'reconexion', 'RECONEXIÓN', 'Reconex', 'recomexion', 'reconeción', 'rconexion', 'la reconexión', '¿reconexión?'])(
    'forgives accents, capitals and slips of the finger: %s',
    (text) => expect(found(text)[0]).toBe(RECONNECTION),
  )

  it('puts first what stands in the question, however often an answer says it', () => {
    const asked = (id: string, question: string, answer: string): Faq => ({ id, locale: 'es', category: 'Otras', question, answer, position: 1 })
    const search = createQuestionSearch([
      asked('answer', '¿Qué hago?', 'Medidor, medidor y medidor.'),
      asked('question', '¿Cómo leo mi medidor en casa?', 'De izquierda a derecha, sólo las cifras negras.'),
      ...['a', 'b', 'c'].map((id) => asked(id, '¿Otra cosa?', 'Nada.')),
    ])
    expect(search.find('medidor').map(({ id }) => id)).toEqual(['question', 'answer'])
  })

  it.each(['lecturas', 'lectura'])('finds the singular by the plural: %s', (text) => expect(found(text)).toContain('¿Cuándo puedo aportar mi lectura?'))

  it('wants every word where a question has them all', () => {
    expect(found('aportar lectura')).toEqual(['¿Cuándo puedo aportar mi lectura?'])
  })

  it('makes do with the words that tell most where no question has them all', () => {
    const questions = found('a donde voy para el pago de mi boleta')
    expect(questions).toContain('¿Dónde puedo pagar?')
    expect(questions.length).toBeLessThan(10)
  })

  it('makes do with short words where the others are in no question', () => expect(found('no tengo gas')[0]).toContain('gas'))

  it.each(['bicicleta', '¿?', '"', '* OR NEAR(', '   ', 'xyz'])('finds nothing where nothing was meant: %s', (text) => expect(found(text)).toEqual([]))

  it('takes what is typed for words, never for its own signs', () => {
    expect(found('medidor" OR "pago')).toEqual(found('medidor or pago'))
    expect(found('question:medidor*')).toEqual(found('question medidor'))
  })

  it('is done at once with many long texts', () => {
    const words = Array.from({ length: 4_000 }, (_, index) => `palabra${index.toString(36)}`)
    const many: Faq[] = Array.from({ length: 200 }, (_, index) => ({
      id: `q${index}`,
      locale: 'es',
      category: 'Otras',
      question: `¿Pregunta ${index}?`,
      answer: words
        .slice(index * 20)
        .join(' ')
        .slice(0, 8_000),
      position: index,
    }))
    const search = createQuestionSearch(many)
    expect(search.find('palavra '.repeat(12))).not.toHaveLength(0)
  })
})
