import type es from '../es-MX/lookup.ts'
import type { Words } from '../words.ts'

export default {
  lead: 'Digite estes dados como aparecem na sua fatura. Sem a fatura, vá ao balcão.',
  /** Where a scanner is. */
  leadScanner: 'Aproxime a barra da sua fatura do leitor, ou digite estes dados. Sem a fatura, vá ao balcão.',
  scan: {
    read: 'Lemos a sua fatura.',
    readNumber: 'Lemos um número.',
    missing: 'Falta: {label}.',
    checkZone: 'Confira se a zona é a sua.',
    checkZoneAndSend: 'Confira se a zona é a sua e toque em Consultar.',
    noMatch: {
      what: 'Não encontramos uma fatura com esse código.',
      next: 'Uma muito nova pode demorar um dia para aparecer. Aproxime outro código da sua fatura, ou digite os dois números.',
    },
    preparing: { what: 'Estamos preparando os dados.', next: 'Aproxime o código de novo em alguns minutos.' },
    behind: { what: 'Há outra janela aberta.', next: 'Nada mudou. Feche este aviso e a outra janela, e aproxime o código de novo.' },
    notHere: {
      what: 'Aqui não se leem códigos.',
      next: 'Nada mudou. Para consultar outra fatura, feche este aviso, toque em Início e aproxime o código.',
      nextOpen: 'Nada mudou. Para consultar outra fatura, feche este aviso, volte a Minha conta e aproxime o código.',
    },
  },
  zone: 'Zona geográfica',
  account: 'Número da conta',
  accountHint: 'De 1 a 8 números. O que vem depois do hífen não é necessário.',
  invoice: 'Número da fatura',
  invoiceHint: '10 letras e números, à direita de «No».',
  where: 'Onde encontro estes dados?',
  submit: 'Consultar',
  swap: 'Trocar os números',
  lookalikes: 'Há letras parecidas com números: {pairs}.',
  looksLike: '{letter} e {digit}',
  meant: 'Quis escrever {number}?',
  noBill: 'Não tem a fatura? Vá ao balcão: lá encontram a sua conta.',
  searching: 'Consultando…',
  preparingDetail: 'Sua consulta será feita sozinha assim que estiverem prontos. O que você digitou não se perde.',
  waitingForNetwork: 'Ainda não há conexão com a empresa. Pode esperar, sem perder o que digitou, ou ir ao balcão.',
  privacy: 'Seus dados:',
  help: {
    heading: 'Onde encontro estes dados?',
    whose: 'Escolha de quem é a sua fatura',
    places: {
      besideCuenta: 'Ao lado de «Cuenta», em cima à esquerda. O número cinza, depois do hífen, não precisa digitar… ou digite: tanto faz.',
      underControl: 'À direita de «No», sob «Control». Dez letras e números, com ou sem espaços.',
      topLeft: 'Em cima à esquerda.',
      topRight: 'Em cima à direita.',
      underAccount: 'Abaixo do primeiro número.',
      underDate: 'Abaixo da data de emissão.',
    },
    zonesName: 'Zona geográfica',
    zonesText: 'É a da cidade do seu endereço.',
    bill: 'Desenho de uma fatura de {company}. 1: {account} {accountNumber}. {accountPlace} 2: {invoice} {invoiceNumber}. {invoicePlace}',
    sample: 'AMOSTRA',
  },
  wait: { seconds: '{n} segundo | {n} segundos', minutes: '{n} minuto | {n} minutos' },
} satisfies Words<typeof es>
