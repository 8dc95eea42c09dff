import type es from '../es-MX/contact.ts'
import type { Words } from '../words.ts'

export default {
  heading: 'Contato',
  headingOf: 'Contato: {topic}',
  linkNote: 'Escreva à empresa',
  lead: 'O que quer nos dizer? Não precisa se cadastrar.',
  forms: {
    query: { name: 'Consulta', note: 'Se quer saber algo' },
    highConsumption: { name: 'Consumo elevado', note: 'Se cobram mais do que espera' },
    suggestion: { name: 'Sugestão', note: 'Se algo pode ser feito melhor' },
    opinion: { name: 'Opinião', note: 'Como foi atendido' },
  },
  name: 'Nome',
  nameHint: 'Seu nome e sobrenomes.',
  accountNumber: 'Número da conta',
  accountNumberHint: 'Opcional. Está na sua fatura.',
  text: 'Descrição',
  textHint: 'Escreva com suas palavras.',
  reach: 'Como respondemos?',
} satisfies Words<typeof es>
