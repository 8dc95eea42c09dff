import type es from '../es-MX/customerData.ts'
import type { Words } from '../words.ts'

export default {
  heading: 'Meus dados',
  loading: 'Procurando os seus dados…',
  none: 'A empresa não tem nenhum.',
  contact: {
    heading: 'Dados de contato',
    email: 'E-mail da conta',
    atCounter: 'Para mudar o e-mail da conta, vá ao balcão com um documento.',
    masked: 'Aparecem em parte: a fatura não diz quem a traz.',
  },
  asked: 'Em {date} você pediu para mudar o telefone para {phone}; seu protocolo é {folio}. Até que a empresa faça a mudança, vale o anterior.',
  access: {
    heading: 'Para iniciar sessão',
    login: 'E-mail com que entra',
    offline: 'Sem conexão não se podem mudar o e-mail nem a senha. O telefone sim: é enviado assim que houver conexão.',
    elsewhere: 'Para mudá-los, use o escritório on-line da sua empresa ou pergunte no balcão.',
  },
  signIn: {
    heading: 'Quer vê-los completos ou mudá-los?',
    detail: 'Inicie a sessão com o seu e-mail e a sua senha, ou vá ao balcão com um documento.',
  },
  delivery: 'Como recebe a sua fatura',
  phone: {
    heading: 'Mudar telefone',
    lead: 'Escreva o número em que a empresa pode ligar para você. Você leva um protocolo.',
  },
  email: {
    heading: 'Mudar e-mail',
    lead: 'Enviaremos um código ao e-mail novo e um aviso ao que tem agora.',
    field: 'E-mail novo',
    confirm: 'Confirmar e-mail',
    doneHeading: 'E-mail mudado',
    done: 'A partir de agora inicie a sessão com o seu e-mail novo.',
  },
  password: {
    heading: 'Mudar senha',
    current: 'Senha atual',
    doneHeading: 'Senha mudada',
    done: 'Use-a na próxima vez que iniciar a sessão. A empresa confirma por e-mail.',
  },
  back: 'Voltar a Meus dados',
} satisfies Words<typeof es>
