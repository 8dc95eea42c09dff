import type es from '../es-MX/account.ts'
import type { Words } from '../words.ts'

export default {
  heading: 'Minha conta',
  loading: 'Buscando os dados da sua conta…',
  number: 'Conta {number}',
  suspended: 'Fornecimento suspenso',
  closed: 'Conta encerrada',
  notice: {
    counter: 'no balcão',
    counterOrPhone: 'no balcão ou ligue para {phone}',
    suspended: {
      owing: 'Seu fornecimento está suspenso. Pague o que deve e peça a religação em Solicitações de fornecimento ou {where}.',
      settled: 'Seu fornecimento está suspenso. Peça a religação em Solicitações de fornecimento ou {where}.',
    },
    closed: {
      owing: 'Esta conta está encerrada. O que você deve ainda pode ser pago. Se tiver dúvidas, pergunte {where}.',
      settled: 'Esta conta está encerrada. Se tiver dúvidas, pergunte {where}.',
    },
  },
  yourInvoice: 'Sua fatura',
  withdrawn: 'A fatura com que você entrou não está mais disponível. Estas são as outras da sua conta.',
  totalOwed: 'Total devido',
  credit: 'Saldo a favor',
  creditNote: 'Este valor está a seu favor. Não há nada a pagar.',
  upToDate: 'Tudo em dia',
  nothingOwed: 'Não há nada a pagar.',
  pending: 'Nenhuma fatura a pagar | 1 fatura a pagar | {count} faturas a pagar',
  outdated:
    'Pode faltar neste total uma fatura que a empresa alterou. Pergunte no balcão. | Podem faltar neste total {count} faturas que a empresa alterou. Pergunte no balcão.',
  latest: 'Últimas faturas',
  invoicesNote: 'Todas, com gráfico e segundas vias',
  more: 'Mais da sua conta',
  notices: {
    open: 'Avisos ({count})',
    heading: 'Avisos da sua conta',
    cut: 'Aqui estão os {shown} mais recentes. Se precisar dos demais, pergunte no balcão.',
  },
} satisfies Words<typeof es>
