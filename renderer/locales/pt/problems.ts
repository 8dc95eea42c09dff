import type es from '../es-MX/problems.ts'
import type { Words } from '../words.ts'

export default {
  'bad-request': { what: 'Não conseguimos entender esse pedido.', next: 'Volte ao início e tente de novo.' },
  'not-allowed': { what: 'Sua consulta não está mais aberta.', next: 'Consulte outra vez com os dados da sua fatura.' },
  'not-found': { what: 'Não encontramos o que você procurava.', next: 'Volte à tela anterior e tente de novo.' },
  'account-withdrawn': { what: 'Esta conta não está mais nos dados da empresa.', next: 'Pergunte no balcão.' },
  internal: { what: 'Algo deu errado do nosso lado.', next: 'Tente de novo. Se acontecer outra vez, mostre este número aos funcionários: {incident}.' },
  disconnected: { what: 'Esta tela perdeu o contato com o equipamento.', next: 'Espere um momento: estamos tentando de novo.' },
  'invalid-fields': { what: 'Há um dado para corrigir.', next: 'Veja o que está indicado junto a cada dado.' },
  'no-match': {
    what: 'Não encontramos uma fatura com esses dados.',
    next: 'Compare-os com a sua fatura. Uma fatura muito nova pode demorar um dia para aparecer. Sem a fatura, vá ao balcão.',
  },
  'numbers-swapped': { what: 'Os dois números parecem estar trocados.', next: 'Troque-os e consulte de novo.' },
  'wrong-check-digit': { what: 'O número depois do hífen não corresponde ao de antes.', next: 'Confira o número na sua fatura, ou escreva-o sem o hífen.' },
  throttled: {
    what: 'Houve várias tentativas seguidas sem sucesso.',
    next: 'Você poderá tentar de novo em {wait}. Enquanto isso, compare seus dados com a fatura.',
  },
  'unknown-code': {
    what: 'Não conhecemos esse código.',
    next: 'Aproxime do leitor a barra ou o código QR da sua fatura ou do seu comprovante, ou digite os dados.',
  },
  'ambiguous-code': { what: 'Esse código é de mais de uma fatura.', next: 'Digite os dois números da sua fatura.' },
  'contract-limit': {
    what: 'Você já tem abertos todos os contratos que cabem em uma visita.',
    next: 'Para ver o desta fatura, toque em Terminar e comece de novo.',
  },
  'preparing-data': { what: 'Estamos preparando os dados.', next: 'A consulta será feita sozinha assim que estiverem prontos.' },
  'not-set-up': { what: 'Este guichê ainda não está pronto.', next: 'Avise, por favor, os funcionários da agência.' },
  'cannot-store': {
    what: 'Este equipamento não consegue guardar nada agora.',
    next: 'Nada foi registrado nem impresso. Tente de novo em um momento, ou vá ao balcão: lá atendem.',
  },
  'not-enrolled': { what: 'Este quiosque ainda não pode dar protocolos.', next: 'Vá ao balcão para apresentar o seu pedido.' },
  'other-machine': { what: 'Este quiosque está em revisão e não pode dar protocolos.', next: 'Vá ao balcão para apresentar o seu pedido.' },
  'folios-exhausted': {
    what: 'No momento não há mais protocolos neste quiosque. Nada foi registrado.',
    next: 'Vá ao balcão, ou tente mais tarde neste quiosque.',
  },
  'message-limit': { what: 'Por enquanto não é possível escrever mais mensagens aqui.', next: 'Vá ao balcão, ou tente mais tarde neste quiosque.' },
  'notice-changed': {
    what: 'O aviso de privacidade mudou enquanto você escrevia. Nada foi enviado ainda.',
    next: 'Leia o aviso novo e toque em Enviar outra vez. O que você escreveu não se perdeu.',
  },
  'consent-changed': {
    what: 'Enquanto isso mudou o texto que se aceita, ou o e-mail que a empresa tem. Nada foi enviado ainda.',
    next: 'Confira o que diz agora e toque em Enviar outra vez.',
  },
  'no-such-folio': {
    what: 'Não encontramos esse protocolo neste quiosque.',
    next: 'Compare-o com o seu comprovante. Se for de hoje e de outra agência, pode demorar a aparecer aqui; no balcão podem procurá-lo.',
  },
  'out-of-service': { what: 'Este quiosque está fora de serviço.', next: 'Vá, por favor, ao balcão.' },
  'printer-offline': { what: 'A impressora não responde.', next: 'Você pode tentar de novo, ou pedir sua folha no balcão.' },
  'printer-attention': { what: 'A impressora precisa de atenção.', next: 'Avise, por favor, os funcionários da agência.' },
  'printer-refused': { what: 'A impressora não aceitou o documento.', next: 'Peça-o no balcão.' },
  'job-finished': { what: 'Essa impressão já terminou.', next: 'Retire sua folha da impressora.' },
  'sheet-limit-visit': { what: 'Você chegou ao limite de folhas por visita.', next: 'Se precisar de mais, peça no balcão.' },
  'sheet-limit-document': { what: 'Este documento tem mais folhas do que se imprimem em uma visita.', next: 'Peça-o no balcão.' },
  'sheet-limit-account': { what: 'Esta conta chegou ao limite de folhas de hoje.', next: 'Se precisar de mais, peça no balcão.' },
  'sheet-limit-day': { what: 'Este quiosque chegou hoje ao limite de folhas deste documento.', next: 'Peça-o no balcão.' },
  'document-failed': { what: 'Não conseguimos preparar o documento.', next: 'Tente de novo. Se acontecer outra vez, peça no balcão.' },
  'no-place-to-save': { what: 'Não há onde salvar o documento.', next: 'Imprima-o, ou peça ajuda no balcão.' },
  'save-failed': { what: 'Não conseguimos salvar o documento.', next: 'Tente de novo, ou imprima-o.' },
  'save-limit-visit': { what: 'Você chegou ao limite de arquivos por visita.', next: 'Se precisar de mais, peça no balcão.' },
  'place-full': { what: 'Não cabe mais onde você quis salvar.', next: 'Use outra memória, ou imprima o documento.' },
  'voice-unavailable': {
    what: 'A voz não funciona agora neste equipamento.',
    next: 'Você pode continuar com a tela e as teclas, ou pedir ajuda no balcão.',
  },
  'voice-busy': { what: 'A voz está ocupada.', next: 'Espere um momento e toque em Repetir.' },
  'phone-unavailable': {
    what: 'Este equipamento não pode passar documentos a um celular agora.',
    next: 'Imprima, salve em um pen drive, ou peça ajuda no balcão.',
  },
  'nothing-owed': { what: 'Essa fatura não tem mais nada a pagar.', next: 'Volte à sua conta para ver como está.' },
  'paid-meanwhile': { what: 'Uma das faturas escolhidas já não está em aberto.', next: 'Confira o que falta pagar e imprima de novo.' },
  'outdated-invoice': {
    what: 'A empresa alterou esta fatura e este quiosque ainda não consegue ler a alteração.',
    next: 'Pergunte no balcão quanto deve e como pagar.',
  },
  'utility-offline': {
    what: 'Sem conexão não é possível pagar on-line.',
    next: 'Você pode imprimir a guia e pagar no banco, ou tentar quando a conexão voltar.',
  },
  'bank-unknown': { what: 'Esse banco não recebe mais pagamentos on-line.', next: 'Escolha outro banco, ou imprima a guia.' },
  'already-paid': {
    what: 'Já recebemos um pagamento on-line desta fatura.',
    next: 'Pode demorar a aparecer em Meus pagamentos. Não a pague outra vez; em caso de dúvida, pergunte no balcão.',
  },
  'payment-not-opened': { what: 'Não conseguimos abrir o pagamento. Nada foi cobrado.', next: 'Tente de novo em um momento, ou imprima a guia.' },
  'payment-refused': {
    what: 'A empresa não aceitou este pagamento. Nada foi cobrado.',
    next: '{reason} Você pode pagar de outra forma, ou perguntar no balcão.',
  },
  'amount-differs': {
    what: 'A empresa pede outro valor que o desta tela. Nada foi cobrado.',
    next: 'Sua conta pode estar mudando: tente em alguns minutos, ou pergunte no balcão quanto deve.',
  },
  'payment-unusable': { what: 'Não podemos mostrar a página desse banco. Nada foi cobrado.', next: 'Escolha outro banco, ou imprima a guia.' },
  'office-offline': {
    what: 'É preciso conexão, e agora não há.',
    next: 'O que escreveu continua aqui: tente quando ela voltar. Com a fatura pode consultar e imprimir também sem conexão.',
  },
  'office-throttled': { what: 'Houve várias tentativas seguidas.', next: 'Poderá tentar de novo em {wait}.' },
  'wrong-login': {
    what: 'Não encontramos uma conta com esses dados.',
    next: 'Confira o e-mail ou usuário e a senha. Se não se lembra, toque em Não me lembro do usuário ou da senha.',
  },
  'wrong-password': { what: 'Essa não é a senha atual.', next: 'Escreva de novo. Mostrar permite lê-la.' },
  'signed-out': { what: 'A empresa encerrou a sua sessão.', next: 'Inicie a sessão de novo para continuar.' },
  'utility-busy': { what: 'A empresa não está respondendo como deve agora.', next: 'O que escreveu continua aqui. Espere um momento e tente de novo.' },
  'not-offered': { what: 'A sua empresa ainda não oferece isto no quiosque.', next: 'Pergunte no balcão.' },
  'proof-refused': {
    what: 'Esses dados não são de uma mesma conta.',
    next: 'Compare com a fatura e corrija o que não confere. Se tudo confere, vá ao balcão.',
  },
  'wrong-code': { what: 'Esse código não é o que enviamos.', next: 'Copie do último e-mail. Se não o encontrar, peça outro.' },
  'code-expired': { what: 'Esse código já não vale.', next: 'Peça outro e use o do e-mail mais novo.' },
  'password-refused': { what: 'A empresa não aceita essa senha.', next: '{reason} Escolha outra.' },
  'office-refused': { what: 'A empresa não aceitou os seus dados.', next: '{reason} Corrija-os ou pergunte no balcão.' },
  'wrong-pin': {
    what: 'Esse PIN não é de quem foi escolhido.',
    next: 'Confira o nome e escreva o PIN outra vez. Se não se lembra dele, peça um novo à sua empresa.',
  },
  'pin-throttled': { what: 'Houve várias tentativas com um PIN errado.', next: 'Poderá tentar de novo em {wait}.' },
  'change-unsure': {
    what: 'Perdeu-se a resposta da empresa: a mudança pode estar feita.',
    next: 'Termine e inicie a sessão com os dados novos. Se não entrar, use os de antes.',
  },
} satisfies Words<typeof es>
