import type es from '../es-MX/pay.ts'
import type { Words } from '../words.ts'

export default {
  loading: 'Buscando o que você deve…',
  what: 'O que vai pagar',
  others: 'Acrescente outras se quiser',
  without: 'Retire as que não quiser pagar agora',
  full: 'Em um papel cabem {count} faturas. Pague as demais com outro.',
  total: 'Total a pagar',
  totalOf: '· {count} faturas',
  payBy: 'Pague até {date}',
  stillPayBy: 'Com este papel você pode pagar até {date}',
  where: 'Onde vai pagar?',
  desk: {
    name: 'No caixa desta agência',
    ticket: 'Sai um tíquete: entregue-o no caixa e pague lá.',
    sheet: 'Sai uma folha: entregue-a no caixa e pague lá.',
  },
  kinds: { bank: 'Banco', network: 'Rede de cobrança', store: 'Loja' },
  noBars: {
    bank: 'Pague no caixa: o banco não consegue ler este código',
    network: 'Pague no caixa: a rede não consegue ler este código',
    store: 'Pague no caixa: a loja não consegue ler este código',
  },
  nothing: { name: 'Esta fatura não deve mais nada', detail: 'Em sua conta você vê se deve outras.' },
} satisfies Words<typeof es>
