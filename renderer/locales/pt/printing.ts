import type es from '../es-MX/printing.ts'
import type { Words } from '../words.ts'

const printing: Words<typeof es> = {
  heading: 'Imprimindo',
  loading: 'Buscando sua impressão…',
  papers: {
    duplicate: 'sua segunda via',
    receipt: 'seu comprovante',
    statement: 'seu extrato',
    slip: 'sua guia de pagamento',
    cashTicket: 'seu papel para o caixa',
    turn: 'sua senha',
  },
  names: {
    duplicate: 'Fatura {name}',
    receipt: 'Comprovante {name}',
    statement: 'Extrato {name}',
    slip: 'Guia de pagamento {name}',
    cashTicket: 'Pagamento no caixa {name}',
    turn: 'Senha {name}',
  },
  sheets: '{what}, 1 folha | {what}, {count} folhas',
  drawing: { title: 'Estamos preparando {paper}', text: 'Leva alguns segundos.' },
  queued: { title: '{paper} espera a vez', text: 'Sairá assim que a impressora terminar o que está antes.' },
  sent: { title: '{paper} está saindo', text: { sheet: 'Retire sua folha da impressora.', ticket: 'Retire seu tíquete da impressora.' } },
  confirmed: {
    title: { sheet: 'Pronto. Retire sua folha | Pronto. Retire suas {count} folhas', ticket: 'Pronto. Retire seu tíquete', turn: 'Pronto. Sua senha é {name}' },
    text: {
      usual: 'Se não precisa de mais nada, toque em Terminar para encerrar sua consulta.',
      cashTicket: 'Leve-o ao caixa desta agência para pagar. Se não precisa de mais nada, toque em Terminar.',
      turn: 'Retire seu tíquete e espere chamarem sua senha.',
    },
  },
  asks: {
    title: 'Sua impressão saiu bem?',
    text: {
      sheet: 'A impressora não confirmou que terminou, e não sabemos se sua folha saiu.',
      ticket: 'A impressora não confirmou que terminou, e não sabemos se seu tíquete saiu.',
    },
  },
  trouble: { title: { sheet: 'O que aconteceu com sua folha?', ticket: 'O que aconteceu com seu tíquete?' }, text: 'Conte-nos, para imprimir de novo.' },
  notOut: { title: 'Sentimos muito', text: 'Ficou anotado. Você pode imprimir outra cópia.' },
  noted: { title: 'Obrigado por avisar', text: 'Se precisar de outra cópia, peça no balcão.' },
  cancelled: { title: 'A impressão foi cancelada', text: 'Você pode imprimir de novo quando quiser.' },
  failed: { title: 'Não foi possível imprimir' },
  out: { sheet: 'sua folha sairá sozinha', ticket: 'seu tíquete sairá sozinho' },
  waiting: {
    paper: { title: 'A impressora está sem papel', text: 'Avise no balcão. Quando puserem papel, {out}.' },
    jam: { title: 'Uma folha ficou presa na impressora', text: 'Avise no balcão. Quando a retirarem, {out}.' },
    cover: { title: 'A impressora está aberta', text: 'Avise no balcão. Quando a fecharem, {out}.' },
    toner: { title: 'Acabou o toner da impressora', text: 'Avise no balcão. Quando o trocarem, {out}.' },
    tray: { title: 'Falta uma bandeja na impressora', text: 'Avise no balcão. Quando a puserem, {out}.' },
    offline: { title: 'A impressora não responde', text: 'Avise no balcão. Se ela voltar, {out}.' },
    paused: { title: 'A impressora está em pausa', text: 'Avise no balcão. Quando a retomarem, {out}.' },
    other: { title: 'A impressora precisa de atenção', text: 'Avise no balcão. Depois, {out}.' },
  },
  ticketPrinter: {
    paper: 'A impressora de tíquetes está sem papel',
    jam: 'O papel ficou preso na impressora de tíquetes',
    cover: 'A impressora de tíquetes está aberta',
    toner: 'A impressora de tíquetes precisa de atenção',
    tray: 'A impressora de tíquetes precisa de atenção',
    offline: 'A impressora de tíquetes não responde',
    paused: 'A impressora de tíquetes está em pausa',
    other: 'A impressora de tíquetes precisa de atenção',
  },
  notice: {
    offline: 'Por enquanto não podemos imprimir. Tente de novo em um momento, ou peça sua folha no balcão.',
    sheetToo: 'Tente de novo em um momento, ou imprima em folha.',
    attention: 'Avise no balcão. Você pode pedir sua impressão: ela sairá quando a impressora estiver pronta.',
    notPrinted: 'Não foi impresso: {what}.',
  },
  yes: 'Sim, está comigo',
  yesTicket: 'Sim, está comigo',
  no: 'Não',
  troubles: {
    sheet: { nothing: 'Não saiu nada', incomplete: 'Saiu incompleta', illegible: 'Não dá para ler', other: 'Outra coisa' },
    ticket: { nothing: 'Não saiu nada', incomplete: 'Saiu incompleto', illegible: 'Não dá para ler', other: 'Outra coisa' },
  },
  cancel: 'Cancelar',
  retry: 'Tentar de novo',
  onSheet: 'Imprimir em folha',
  takeTurn: 'Pegar senha',
  account: 'Ir para minha conta',
  home: 'Ir ao início',
}

export default printing
