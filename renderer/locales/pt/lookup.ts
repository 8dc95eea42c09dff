import type es from '../es-MX/lookup.ts'
import type { Words } from '../words.ts'

const lookup: Words<typeof es> = {
  heading: 'Consultar com a minha fatura',
  lead: 'Digite estes dados como aparecem na sua fatura.',
  zone: 'Zona geográfica',
  account: 'Número da conta',
  accountHint: 'De 1 a 8 números. O que vem depois do hífen não é necessário.',
  invoice: 'Número da fatura',
  invoiceHint: '10 letras e números, à direita de «No».',
  where: 'Onde encontro estes dados?',
  submit: 'Consultar',
  searching: 'Consultando…',
  preparing: 'Estamos preparando os dados',
  preparingDetail: 'Sua consulta será feita sozinha assim que estiverem prontos. O que você digitou não se perde.',
  waitingForNetwork: 'Ainda não há conexão com a empresa. Pode esperar, sem perder o que digitou, ou ir ao balcão.',
  privacy: 'Seus dados:',
  help: {
    heading: 'Onde encontro estes dados?',
    lead: 'Estão na parte de cima da sua fatura.',
    accountName: 'Número da conta',
    accountText: 'Ao lado de «Cuenta». O número cinza, depois do hífen, não precisa digitar… ou digite: tanto faz.',
    invoiceName: 'Número da fatura',
    invoiceText: 'À direita de «No», sob «Control». Dez letras e números, com ou sem espaços.',
    zonesName: 'Zona geográfica',
    zonesText: 'É a da cidade do seu endereço.',
    bill: 'Desenho de uma fatura: o número da conta está em cima à esquerda e o da fatura em cima à direita',
    billAccount: 'Cuenta',
    billControl: 'Control',
    billNumber: 'No',
    billTotal: 'Total a pagar',
    sample: 'AMOSTRA',
  },
  wait: { seconds: '{n} segundo | {n} segundos', minutes: '{n} minuto | {n} minutos' },
}

export default lookup
