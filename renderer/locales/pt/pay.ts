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
  together: {
    heading: 'Pagar vários contratos',
    lead: 'Uma só guia de pagamento para vários contratos. No caixa desta agência e on-line cada um é pago separadamente.',
    choose: 'Retire os que não quiser pagar agora',
    invoices: '{count} fatura | {count} faturas',
    overdue: '{count} vencida | {count} vencidas',
    counterOnly: 'Outra fatura é paga no balcão: não tem referência de pagamento | Outras {count} faturas são pagas no balcão: não têm referência de pagamento',
    totalOf: '· nenhum contrato | · {count} contrato | · {count} contratos',
    noBars: 'Um contrato é pago no balcão: aqui não conseguem ler seu código | {count} contratos são pagos no balcão: aqui não conseguem ler seus códigos',
    none: 'Escolha pelo menos um contrato.',
    manyInvoices: 'Em uma guia cabem {most} faturas e você escolheu {count}. Retire contratos e pague-os com outra guia.',
    manyParts: 'Em uma guia cabem {most} partes, e para {place} seriam {count}, uma por fatura. Retire contratos ou escolha outro lugar.',
    apart:
      'Outro contrato que deve é pago separadamente: abra-o em Meus contratos. | Outros {count} contratos que devem são pagos separadamente: abra-os em Meus contratos.',
    nothing: {
      name: 'Não há vários contratos que possam ser pagos juntos',
      detail: 'São pagos juntos os contratos de uma mesma zona que devem algo. Cada um pode ser pago separadamente.',
    },
    toContracts: 'Ver meus contratos',
  },
  nothing: { name: 'Esta fatura não deve mais nada', detail: 'Em sua conta você vê se deve outras.' },
} satisfies Words<typeof es>
