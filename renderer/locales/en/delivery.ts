import type es from '../es-MX/delivery.ts'
import type { Words } from '../words.ts'

export default {
  heading: 'Electronic invoice',
  loading: 'Looking up how you receive your bill…',
  today: { paper: 'Today you receive your bill on paper.', email: 'Today you receive your bill by e-mail.' },
  choose: 'How would you like to receive it?',
  ways: { email: 'By e-mail', paper: 'On paper' },
  asToday: 'As you receive it today',
  sentTo: 'To {email}, the address that the company has for this account. To use another, go to the counter with an identification.',
  instead: {
    signIn: {
      name: 'The company has no e-mail address for this account',
      detail: 'To give one, sign in with your account of the online office, or go to the counter with an identification.',
    },
    counter: { name: 'It cannot be asked for by e-mail here', detail: 'Go to the counter with an identification.' },
  },
  noAddress: 'The company has no e-mail address for this account. Write the one at which you would like to receive it.',
  consent: 'Before you send it',
  accept: 'I have read and accept: {title}',
  read: 'Read the text',
  version: 'Version {version}',
  asked: {
    email: 'On {date} you asked to receive it by e-mail; your folio is {folio}.',
    paper: 'On {date} you asked to receive it on paper; your folio is {folio}.',
    next: 'Until the company makes the change, you receive it as before.',
  },
} satisfies Words<typeof es>
