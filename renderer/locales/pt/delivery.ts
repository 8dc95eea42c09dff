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
  atCounter: 'Para recebê-la por e-mail, vá ao balcão com um documento.',
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
