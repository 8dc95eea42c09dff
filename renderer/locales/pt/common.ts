import type es from '../es-MX/common.ts'
import type { Words } from '../words.ts'

export default {
  close: 'Fechar',
  finish: 'Terminar',
  goOn: 'Continuar',
  print: 'Imprimir',
  view: 'Ver',
  pay: 'Pagar',
  toMyAccount: 'Voltar à minha conta',
  lookup: 'Consultar com a minha fatura',
  myInvoices: 'Minhas faturas',
  noInvoices: 'Ainda não há faturas nesta conta.',
  date: 'Data',
  amount: 'Valor',
  folio: 'Protocolo',
  preparing: 'Estamos preparando os dados',
  noticeUntil: 'Aviso válido até {date}',
} satisfies Words<typeof es>
