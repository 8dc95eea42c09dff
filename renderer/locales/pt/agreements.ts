import type es from '../es-MX/agreements.ts'
import type { Words } from '../words.ts'

export default {
  heading: 'Acordos de pagamento',
  loading: 'Buscando seus acordos de pagamento…',
  none: {
    name: 'Não há acordos de pagamento nesta conta.',
    detail: 'Se quiser pagar em parcelas o que deve, peça um acordo no balcão.',
  },
  current: 'Em vigor e propostos',
  changed: 'Alterados pela empresa',
  past: 'Anteriores',
  /** More than are listed. */
  cut: 'Aqui estão {shown} dos seus {count} acordos. Pergunte pelos outros no balcão.',
  name: 'Acordo {number}',
  status: { proposed: 'Proposto', active: 'Em vigor', completed: 'Cumprido', broken: 'Não cumprido' },
  late: 'Com parcelas vencidas',
  total: 'Total do acordo',
  from: { proposed: 'Proposto em {date}', agreed: 'Feito em {date}' },
  /** How it stands, in sentences. */
  paid: 'Pagou {paid} de {count} parcelas.',
  next: {
    due: 'Falta pagar {left}; a próxima parcela, de {amount}, vence em {date}.',
    dueToday: 'Falta pagar {left}; a próxima parcela, de {amount}, vence hoje.',
  },
  left: 'Falta pagar {left}.',
  allPaid: 'Todas as parcelas estão pagas. A empresa ainda não dá o acordo por cumprido.',
  overdue:
    'Tem 1 parcela vencida, de {amount}. Vá ao balcão para ficar em dia. | Tem {count} parcelas vencidas, que somam {amount}. Vá ao balcão para ficar em dia.',
  proposed: 'Ainda não está em vigor. Pergunte no balcão como aceitá-lo.',
  completed: 'A empresa dá o acordo por cumprido.',
  broken: 'A empresa dá o acordo por não cumprido. Pergunte no balcão quanto deve e o que pode fazer.',
  doubt: {
    noInstallments: 'A empresa não informa as parcelas deste acordo. Pergunte por elas no balcão.',
    contradiction: 'Os dados deste acordo não coincidem entre si. Pergunte no balcão quanto falta e quando se paga.',
    contradictionEnded: 'Os dados deste acordo não coincidem entre si. Pergunte no balcão se ainda falta pagar algo.',
    outdated: 'A empresa alterou este acordo e este quiosque ainda não consegue ler a alteração. Pergunte no balcão como ficou.',
  },
  installments: 'Parcelas do acordo {number}',
  cutInstallments: 'Aqui estão {shown} das {count} parcelas; no papel estão todas.',
  installment: 'Parcela',
  dueOn: 'Vencimento',
  state: 'Situação',
  planned: 'Proposta',
  unpaid: 'Sem pagamento',
} satisfies Words<typeof es>
