import type es from '../es-MX/fields.ts'
import type { Words } from '../words.ts'

const fields: Words<typeof es> = {
  accountNumber: {
    empty: 'Digite o número da sua conta.',
    'too-long': 'São números demais: a conta tem no máximo 8, sem o que vem depois do hífen.',
    'too-short': 'Faltam números. Confira a sua fatura.',
    'not-digits': 'A conta tem só números.',
    'bad-characters': 'A conta tem só números.',
    pattern: 'Esse número não tem a forma de uma conta desta zona. Confira a fatura e a zona.',
  },
  invoiceNumber: {
    empty: 'Digite o número da sua fatura.',
    'too-long': 'Sobram letras ou números: a fatura tem 10.',
    'too-short': 'Faltam letras ou números: a fatura tem 10.',
    'not-digits': 'Use só números.',
    'bad-characters': 'A fatura tem só letras e números.',
    pattern: 'Esse número não tem a forma de uma fatura desta zona. Confira a fatura e a zona.',
  },
  zoneId: { empty: 'Escolha a sua zona.', 'unknown-zone': 'Escolha uma zona da lista.' },
  topicId: { empty: 'Escolha um assunto.', 'unknown-topic': 'Esse assunto não está mais na lista. Escolha outro.' },
  text: { empty: 'Conte-nos o que aconteceu.', 'too-long': 'É longo demais. Tire algumas palavras.' },
  invoiceId: { empty: 'Escolha a fatura de que está falando.', 'unknown-invoice': 'Essa fatura não está mais na sua conta. Escolha outra.' },
  reading: { empty: 'Digite sua leitura.', 'not-a-number': 'Digite só os números que o medidor marca.' },
  email: { 'not-an-email': 'Confira o e-mail: falta algo, por exemplo a arroba ou o que vem depois.' },
  phone: { 'not-a-phone': 'Confira o telefone: de 7 a 15 números.' },
  folio: {
    empty: 'Digite o protocolo.',
    'not-a-folio': 'Isso não parece um protocolo. Copie-o inteiro do seu comprovante, por exemplo K07-20261121-00428.',
    'folio-check': 'Confira os números: algum não coincide com o seu comprovante.',
  },
  to: { 'date-order': 'Vem antes da primeira data. Mude uma das duas.' },
  other: {
    empty: 'Falta este dado.',
    'too-long': 'É longo demais.',
    'too-short': 'É curto demais.',
    'not-digits': 'Use só números.',
    'bad-characters': 'Há um caractere que não pode ficar aqui.',
    'unknown-zone': 'Escolha uma zona da lista.',
    pattern: 'Não tem a forma esperada.',
    'unknown-topic': 'Escolha um assunto da lista.',
    'unknown-invoice': 'Escolha uma fatura da lista.',
    'not-a-number': 'Use só números.',
    'not-an-email': 'Não parece um e-mail. Confira.',
    'not-a-phone': 'Não parece um telefone. Confira.',
    'not-a-folio': 'Não parece um protocolo. Copie-o do seu comprovante.',
    'folio-check': 'Confira os números.',
    'date-order': 'Confira as datas: a primeira vem depois da última.',
    'not-a-date': 'Confira a data: dia, mês e ano.',
  },
}

export default fields
