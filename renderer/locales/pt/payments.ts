import type es from '../es-MX/payments.ts'
import type { Words } from '../words.ts'

export default {
  heading: 'Meus pagamentos',
  loading: 'Procurando seus pagamentos…',
  none: 'Não há pagamentos registrados para o ponto de fornecimento.',
  late: 'Um pagamento recente pode demorar a aparecer aqui.',
  all: 'Todos os seus pagamentos, do mais recente ao mais antigo',
  cut: 'Aqui estão os {shown} mais recentes; no extrato estão todos.',
  way: {
    bank: 'Em banco: {place}',
    network: 'Em rede de cobrança: {place}',
    store: 'Em loja: {place}',
    counter: 'No balcão da empresa',
    directDebit: 'Por débito automático',
    other: 'Por meio de: {place}',
    unknown: 'A empresa não diz como foi pago.',
  },
  tag: { returned: 'Devolvido', perhapsReturned: 'A esclarecer', return: 'Pagamento revertido', outdated: 'Alterado' },
  note: {
    returned: 'Este pagamento foi devolvido ou anulado em {date}: já não conta como pagamento.',
    perhapsReturned: 'Em {date} foi devolvido ou anulado um pagamento deste valor, e a empresa não diz qual. Pergunte no balcão.',
    return: 'Não é um pagamento: a empresa registrou que um pagamento foi devolvido ou anulado.',
    outdated: 'A empresa alterou este pagamento e este quiosque ainda não consegue ler a alteração. Pergunte no balcão.',
  },
  reference: 'Referência {reference}',
  invoice: 'Fatura {number}, {month}',
  otherInvoice: 'Fatura {number} (não está neste quiosque)',
  moreInvoices: 'e mais 1 fatura; o comprovante traz todas | e mais {count} faturas; o comprovante traz todas',
  noInvoices: 'A empresa não diz qual fatura foi paga.',
  print: 'Imprimir comprovante',
} satisfies Words<typeof es>
