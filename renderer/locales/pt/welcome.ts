import type es from '../es-MX/welcome.ts'
import type { Words } from '../words.ts'

export default {
  heading: 'Bem-vindo',
  question: 'Como podemos ajudar?',
  lookupDetail: 'Veja quanto deve e leve a segunda via impressa. Não precisa de cadastro.',
  /** While no sheet comes out. */
  lookupOnScreen: 'Veja quanto deve e as suas faturas. Não precisa de cadastro.',
  /** Where a scanner is. */
  lookupByScanner: 'Aproxime a barra da sua fatura do leitor, ou digite dois números.',
  howTo: 'É fácil assim',
  steps: {
    bill: { name: 'Tenha sua fatura em mãos', detail: 'Serve a de qualquer mês.' },
    type: { name: 'Digite dois números', detail: 'O da sua conta e o da sua fatura.', named: '«{account}» e «{invoice}».' },
    print: { name: 'Imprima a segunda via', detail: 'Sai aqui mesmo.', notNow: 'Por enquanto a impressora não está pronta.' },
  },
  notices: 'Avisos',
  readMore: 'Ler mais',
  moreNotices: 'Ver mais {n} aviso | Ver mais {n} avisos',
  openAccount: 'Sua consulta continua aberta',
  openAccountDetail: 'Termine-a se não precisar mais. Para incluir outra fatura, volte à sua conta.',
  preparingDetail: 'Este guichê está se atualizando. Você já pode digitar os dados da sua fatura.',
  waitingForNetwork: 'Ainda não há conexão com a empresa. Continuamos tentando.',
} satisfies Words<typeof es>
