import type es from '../es-MX/contracts.ts'
import type { Words } from '../words.ts'

export default {
  heading: 'Meus contratos',
  loading: 'Buscando os seus contratos…',
  lead: 'Toque no contrato que quer ver.',
  open: 'Meus contratos ({count})',
  openOne: 'Abrir contrato',
  isShown: 'Na tela',
  another: 'Consultar outra fatura',
  beside: 'O contrato dessa fatura se soma aos que já estão abertos.',
  instead:
    'A conta que está aberta se fecha com a consulta. Para ter as duas, volte a Minha conta. | As {n} contas que estão abertas se fecham com a consulta. Para somar outra, volte a Minha conta.',
  none: 'Ainda não há faturas',
  owed: 'Deve no total {amount}',
  credit: 'A seu favor {amount}',
  total: 'Total devido dos seus {count} contratos',
  settled: 'Não deve nada nestes contratos.',
  apart: 'O que está a seu favor em um contrato não se desconta de outro.',
  full: 'Você já tem {count} contratos abertos, os que cabem em uma visita. Para ver outro, toque em Terminar e comece de novo.',
  coming: 'Estamos buscando outro contrato seu, de outra agência. | Estamos buscando outros {count} contratos seus, de outra agência.',
  elsewhere:
    'Outro contrato seu não é desta agência: aqui não podemos mostrá-lo. | Outros {count} contratos seus não são desta agência: aqui não podemos mostrá-los.',
  missed: 'Não conseguimos trazer outro contrato seu, de outra agência. | Não conseguimos trazer outros {count} contratos seus, de outra agência.',
  searchAgain: 'Buscar de novo',
  withdrawn:
    'Um contrato que você consultou não está mais nos dados da empresa. Pergunte no balcão. | {count} contratos que você consultou não estão mais nos dados da empresa. Pergunte no balcão.',
} satisfies Words<typeof es>
