import type es from '../es-MX/delivery.ts'
import type { Words } from '../words.ts'

export default {
  heading: 'Fatura eletrônica',
  loading: 'Procurando como você recebe sua fatura…',
  today: { paper: 'Hoje você recebe sua fatura em papel.', email: 'Hoje você recebe sua fatura por e-mail.' },
  choose: 'Como quer recebê-la?',
  ways: { email: 'Por e-mail', paper: 'Em papel' },
  asToday: 'Assim a recebe hoje',
  sentTo: 'Para {email}, o e-mail que a empresa tem desta conta. Para usar outro, vá ao balcão com um documento.',
  instead: {
    signIn: {
      name: 'A empresa não tem um e-mail desta conta',
      detail: 'Para informar um, inicie a sessão com a sua conta do escritório on-line, ou vá ao balcão com um documento.',
    },
    counter: { name: 'Neste equipamento não se pode pedir por e-mail', detail: 'Vá ao balcão com um documento.' },
  },
  noAddress: 'A empresa não tem um e-mail desta conta. Escreva o e-mail em que quer recebê-la.',
  consent: 'Antes de enviar',
  accept: 'Li e aceito: {title}',
  read: 'Ler o texto',
  version: 'Versão {version}',
  asked: {
    email: 'Em {date} você pediu para recebê-la por e-mail; seu protocolo é {folio}.',
    paper: 'Em {date} você pediu para recebê-la em papel; seu protocolo é {folio}.',
    next: 'Até que a empresa faça a mudança, você a recebe como antes.',
  },
} satisfies Words<typeof es>
