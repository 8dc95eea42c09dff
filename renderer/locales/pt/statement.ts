import type es from '../es-MX/statement.ts'
import type { Words } from '../words.ts'

export default {
  heading: 'Extrato da conta',
  loading: 'Procurando os seus movimentos…',
  range: 'Período',
  presets: 'Escolha o período',
  months: '{count} meses',
  from: 'De',
  to: 'Até',
  correct: 'Corrija a data marcada para ver os seus movimentos.',
  sum: 'Resumo do período',
  opening: 'Saldo antes de {date}',
  charges: 'Cobranças',
  payments: 'Pagamentos e créditos',
  closing: 'Saldo em {date}',
  closingCredit: 'Saldo a seu favor em {date}',
  none: 'Não houve movimentos de {from} a {to}.',
  noneNote: 'Pode escolher outras datas. Também pode levar este extrato: ele informa o seu saldo.',
  movements: 'Movimentos | 1 movimento | {count} movimentos',
  table: 'Movimentos, do mais recente ao mais antigo',
  cut: 'Aqui estão os {shown} mais recentes. No Excel e no CSV estão todos.',
  what: 'Movimento',
  balance: 'Saldo',
  kind: { invoice: 'Fatura', payment: 'Pagamento', adjustment: 'Ajuste', agreement: 'Acordo de pagamento', fee: 'Taxa' },
} satisfies Words<typeof es>
