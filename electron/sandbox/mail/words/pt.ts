import type { MailWords } from '../mailWords.ts'

const secret = 'Ninguém da empresa pedirá este código por telefone. Não o compartilhe.'

export const portuguese: MailWords = {
  greeting: 'Olá,',
  code: 'Seu código',
  link: 'Para terminar no seu telefone ou computador',
  sample: 'Mensagem de exemplo: esta empresa não existe.',
  letters: {
    activation: ({ company, until }) => ({
      subject: `Ative sua conta on-line da ${company}`,
      before: [`Recebemos um cadastro no atendimento on-line da ${company} com este e-mail. Para ativar a conta é preciso este código.`],
      after: [`O código vale até ${until}.`, secret, 'Se você não se cadastrou, não faça nada: sem o código a conta não é ativada.'],
    }),
    alreadyRegistered: ({ company, phone }) => ({
      subject: `Seu e-mail já está cadastrado na ${company}`,
      before: [
        `Alguém pediu um cadastro no atendimento on-line da ${company} com este e-mail, que já tem uma conta. Não é preciso cadastrar-se outra vez.`,
        'Para entrar, use este e-mail e a sua senha. Se não se lembra dela, escolha «Não lembro meu usuário e/ou senha».',
        `Se não foi você, não faça nada: sua conta continua igual. Dúvidas? Ligue para ${phone}.`,
      ],
    }),
    active: ({ company, email, phone }) => ({
      subject: `Sua conta on-line da ${company} está ativa`,
      before: [
        `Já é possível entrar no atendimento on-line da ${company} com o seu e-mail, ${email}, e a senha escolhida.`,
        `Se você não se cadastrou, avise-nos pelo telefone ${phone}.`,
      ],
    }),
    renewalCode: ({ company, until }) => ({
      subject: `Código para renovar sua senha da ${company}`,
      before: [`Com este código é possível escolher uma senha nova para o atendimento on-line da ${company}.`],
      after: [`O código vale até ${until}.`, secret, 'Se não foi você que pediu, não faça nada: sua senha continua igual.'],
    }),
    renewed: ({ company, email, phone }) => ({
      subject: `Sua conta da ${company} foi renovada`,
      before: [
        'Sua senha é a que acaba de ser escolhida.',
        `De agora em diante seu usuário é o seu e-mail: ${email}. O usuário anterior, se havia um, já não serve.`,
        `Se não foi você, ligue imediatamente para ${phone}.`,
      ],
    }),
    passwordChanged: ({ company, phone }) => ({
      subject: `A senha da sua conta da ${company} mudou`,
      before: [
        `A senha da sua conta no atendimento on-line da ${company} foi mudada.`,
        `Se foi você, não é preciso fazer nada. Se não foi, ligue imediatamente para ${phone}.`,
      ],
    }),
    emailChangeCode: ({ company, until }) => ({
      subject: `Confirme seu novo e-mail na ${company}`,
      before: [`Este código confirma este e-mail como seu novo usuário no atendimento on-line da ${company}.`],
      after: [`O código vale até ${until}.`, secret, 'Se não foi você que pediu, não faça nada: este e-mail não será usado.'],
    }),
    emailChangeNotice: ({ company, maskedEmail, phone }) => ({
      subject: `Foi pedida a mudança do e-mail da sua conta da ${company}`,
      before: [
        `Foi pedido que sua conta no atendimento on-line da ${company} use outro e-mail: ${maskedEmail}. A mudança vale quando for confirmada com o código que enviamos para lá.`,
        `Se foi você, não é preciso fazer nada. Se não foi, mude sua senha e ligue para ${phone}.`,
      ],
    }),
    emailTaken: ({ company, phone }) => ({
      subject: `Seu e-mail já está cadastrado na ${company}`,
      before: [
        `Alguém pediu para usar este e-mail em outra conta do atendimento on-line da ${company}. Ele já tem uma conta, e por isso não será usado em outra.`,
        `Se não foi você, não faça nada: sua conta continua igual. Dúvidas? Ligue para ${phone}.`,
      ],
    }),
  },
}
