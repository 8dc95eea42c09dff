import type es from '../es-MX/guide.ts'
import type { Words } from '../words.ts'

export default {
  more: 'Outras consultas',
  questions: {
    heading: 'Perguntas frequentes',
    linkNote: 'Busque uma resposta',
    lead: 'Toque em uma pergunta para ler a resposta.',
    search: 'Buscar',
    hint: 'Uma ou duas palavras, por exemplo: religação.',
    loading: 'Buscando as perguntas…',
    answering: 'Buscando a resposta…',
    found: 'Encontramos {count} pergunta | Encontramos {count} perguntas',
    all: 'Ver todas as perguntas',
    none: { name: 'Não encontramos “{search}”', detail: 'Tente outra palavra, ou pergunte no balcão.' },
    empty: { name: 'A empresa não publicou perguntas', detail: 'Pergunte no balcão.' },
  },
  places: {
    heading: 'Onde pagar?',
    linkNote: 'Locais e horários',
    offices: 'Pessoalmente',
    noOffices: 'A empresa não publicou locais nesta zona. Você pode pagar no caixa desta agência.',
    noHours: 'Horário não publicado',
    banks: 'Com sua ficha de pagamento',
    banksNote: {
      print: 'Imprima aqui: consulte sua conta e toque em Pagar.',
      notNow: 'Por enquanto não é possível imprimir aqui. Peça a ficha no balcão.',
    },
    loading: 'Buscando os locais de pagamento…',
    none: { name: 'Não há locais publicados nesta zona', detail: 'Você pode pagar no caixa desta agência.' },
  },
} satisfies Words<typeof es>
