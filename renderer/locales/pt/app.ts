import type es from '../es-MX/app.ts'
import type { Words } from '../words.ts'

export default {
  name: 'Ventanilla',
  language: 'Idioma',
  sampleData: 'Dados de exemplo',
  online: 'On-line',
  offline: 'Sem conexão',
  dataAsOf: 'Dados de {when}',
  back: 'Voltar',
  home: 'Início',
  moreBelow: 'Há mais abaixo',
  foot: { accessibility: 'Acessi\u00adbilidade', privacy: 'Privaci\u00addade', emergencies: 'Emergên\u00adcias', finish: 'Termi\u00adnar' },
  navigation: 'Navegação',
  help: 'Ajuda e idioma',
  accessibility: {
    name: 'Acessibilidade',
    lead: 'Escolha o que ajuda você. Ao terminar, a tela volta ao normal.',
    letters: 'Tamanho da letra',
    size: { normal: 'Letra normal', large: 'Letra grande', largest: 'Letra muito grande' },
    contrast: 'Mais contraste',
    slower: 'Mais tempo para ler',
    lower: 'Botões mais abaixo',
    on: 'Sim',
    off: 'Não',
  },
  emergencies: {
    name: 'Emergências',
    heading: 'Emergências',
    gas: {
      name: 'Gás',
      lead: 'Saia, não acenda nada, ligue de fora.',
      leave: { name: 'Saia', detail: 'Saia do local com todas as pessoas e deixe aberto.' },
      touchNothing: { name: 'Não acenda nada', detail: 'Nem luzes, nem fósforos, nem aparelhos elétricos.' },
      callOutside: { name: 'Ligue de fora', detail: 'Ligue quando estiver longe do vazamento.' },
    },
    water: {
      name: 'Água',
      lead: 'Se há vazamento ou cano estourado, feche o registro e ligue.',
      close: { name: 'Feche o registro', detail: 'Se o vazamento é na sua casa. Costuma ficar junto ao medidor.' },
      turbid: { name: 'Não beba água turva', detail: 'Nem cozinhe com ela se sair turva ou com mau cheiro.' },
      call: { name: 'Ligue', detail: 'Se o cano estourou na rua, diga em que rua e em frente a que número.' },
    },
    other: {
      name: 'Outros serviços',
      lead: 'Ligue e diga o que acontece e onde está.',
      gas: { name: 'Se há cheiro de gás', detail: 'Saia, não acenda nada, ligue de fora.' },
      water: { name: 'Se há vazamento de água', detail: 'Feche o registro e ligue.' },
    },
    number: 'Emergências de {zone}',
    otherZones: 'Em outras zonas',
    otherServices: 'Outras emergências',
    noNumber: 'O número de emergências está impresso na sua fatura.',
  },
  privacy: {
    name: 'Aviso de privacidade',
    preparing: 'Estamos buscando o aviso. Tente de novo em um momento.',
    offline: 'O aviso chega com a primeira conexão. Enquanto isso, peça-o no balcão.',
    version: 'Versão {version}',
  },
  idle: {
    heading: 'Ainda está aí?',
    lead: 'Para sua segurança, apagaremos seus dados desta tela em {n} segundo. | Para sua segurança, apagaremos seus dados desta tela em {n} segundos.',
  },
  disconnected: {
    heading: 'Um momento, por favor',
    lead: 'Esta tela perdeu o contato com o equipamento. Estamos tentando de novo.',
  },
  anotherTab: {
    heading: 'O guichê já está aberto',
    lead: 'Está aberto em outra janela deste equipamento. Continue lá.',
  },
  notSetUp: {
    heading: 'Este guichê ainda não está pronto',
    lead: 'Falta indicar de que empresa ele é. Avise, por favor, os funcionários da agência.',
  },
  safe: {
    heading: 'Algo deu errado',
    lead: 'Já foi registrado com o número {incident}. Seus dados foram apagados da tela.',
    leadUnnumbered: 'Seus dados foram apagados da tela.',
    again: 'Começar de novo',
  },
} satisfies Words<typeof es>
