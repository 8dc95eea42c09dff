import type es from '../es-MX/fields.ts'
import type { Words } from '../words.ts'

const fields: Words<typeof es> = {
  accountNumber: {
    empty: 'Digite o número da sua conta.',
    'too-long': 'São números demais: a conta tem no máximo 8, sem o que vem depois do hífen.',
    'too-short': 'Faltam números. Confira a sua conta.',
    'not-digits': 'A conta tem só números.',
    'bad-characters': 'A conta tem só números.',
    pattern: 'Esse número não tem a forma de uma conta desta zona. Confira a conta e a zona.',
  },
  invoiceNumber: {
    empty: 'Digite o número da sua fatura.',
    'too-long': 'Sobram letras ou números: a fatura tem 10.',
    'too-short': 'Faltam letras ou números: a fatura tem 10.',
    'not-digits': 'Use só números.',
    'bad-characters': 'A fatura tem só letras e números.',
    pattern: 'Esse número não tem a forma de uma fatura desta zona. Confira a conta e a zona.',
  },
  zoneId: { empty: 'Escolha a sua zona.', 'unknown-zone': 'Escolha uma zona da lista.' },
  other: {
    empty: 'Falta este dado.',
    'too-long': 'É longo demais.',
    'too-short': 'É curto demais.',
    'not-digits': 'Use só números.',
    'bad-characters': 'Há um sinal que não vai aqui.',
    'unknown-zone': 'Escolha uma zona da lista.',
    pattern: 'Não tem a forma esperada.',
  },
}

export default fields
