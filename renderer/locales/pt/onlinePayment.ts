import type es from '../es-MX/onlinePayment.ts'
import type { Words } from '../words.ts'

export default {
  button: 'Pagar on-line',
  offline: 'Sem conexão não é possível pagar on-line. Você pode imprimir a guia e pagar no banco.',
  also: 'on-line',
  loading: 'Buscando seu pagamento…',
  headings: {
    pending: 'Pagar on-line',
    paid: 'Pagamento recebido',
    failed: 'O pagamento não foi feito',
    expired: 'O código venceu',
    withdrawn: 'Não pague com este código',
  },
  code: 'Código QR da página de {bank}',
  until: 'Vale até as {time}',
  untilDay: 'Vale até {date} às {time}',
  amount: 'Valor em {bank}',
  invoice: 'Fatura',
  invoices: 'Faturas',
  reference: 'Referência',
  how: 'Como pagar',
  steps: {
    point: 'Aponte a câmera do seu celular para o código.',
    check: 'Abre-se {page}. Confira o valor.',
    pay: 'Pague ali, uma única vez.',
  },
  waiting: 'Esperamos seu pagamento. Esta tela avisa você.',
  unknown: 'Agora não podemos saber se já foi pago. Seu celular diz se foi feito.',
  leave: 'Se você sair, o código continua valendo: você o encontra de novo em sua conta.',
  next: {
    paid: 'Pode demorar a aparecer em Meus pagamentos. Não é preciso pagar outra vez.',
    recorded: 'Já aparece em sua conta.',
    failed: 'O banco não fez o pagamento. Você pode abrir outro, ou pagar de outra forma. Se seu banco mostrar uma cobrança, pergunte no balcão.',
    expired: 'O tempo para pagar acabou. Você pode abrir outro pagamento. Se já pagou, espere: em sua conta será visto.',
    withdrawn: 'O que deve já não é o deste pagamento. Veja na sua conta quanto deve, ou pergunte no balcão. Se já pagou, aguarde: aparecerá na sua conta.',
    otherAmount: 'A empresa recebeu outro valor do que foi pedido. Pergunte no balcão se falta algo.',
  },
  again: 'Abrir outro pagamento',
  notice: {
    pending: 'Você tem um pagamento on-line aberto: {amount} em {bank}',
    pendingDetail: 'Pague com seu celular ou deixe que vença. {until}',
    paid: 'Recebemos seu pagamento on-line: {amount} em {bank}',
    paidDetail: 'Pode demorar a aparecer em sua conta. Não é preciso pagar outra vez.',
    see: 'Ver pagamento on-line',
  },
} satisfies Words<typeof es>
