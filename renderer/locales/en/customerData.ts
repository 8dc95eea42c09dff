import type es from '../es-MX/customerData.ts'
import type { Words } from '../words.ts'

export default {
  heading: 'My details',
  loading: 'Looking up your details…',
  none: 'The company has none.',
  contact: {
    heading: 'Contact details',
    email: 'E-mail of the account',
    atCounter: 'To change the e-mail of the account, go to the counter with an identification.',
    masked: 'They are shown in part: a bill does not say who holds it.',
  },
  asked: 'On {date} you asked to change the telephone to {phone}; your folio is {folio}. Until the company makes the change, the one before counts.',
  access: {
    heading: 'To sign in',
    login: 'E-mail with which you sign in',
    offline: 'Without a connection the e-mail and the password cannot be changed. The telephone can: it is sent as soon as there is a connection.',
    elsewhere: 'To change them, use your company’s online office or ask at the counter.',
  },
  signIn: {
    heading: 'Would you like to see them in full, or change them?',
    detail: 'Sign in with your e-mail and your password, or go to the counter with an identification.',
  },
  delivery: 'How you receive your bill',
  phone: {
    heading: 'Change telephone',
    lead: 'Type the number at which the company can call you. You get a folio.',
  },
  email: {
    heading: 'Change e-mail',
    lead: 'We will send a code to the new address and a notice to the one that you have now.',
    field: 'New e-mail',
    confirm: 'Confirm e-mail',
    doneHeading: 'E-mail changed',
    done: 'From now on sign in with your new e-mail.',
  },
  password: {
    heading: 'Change password',
    current: 'Current password',
    doneHeading: 'Password changed',
    done: 'Use it the next time you sign in. The company confirms it to you by e-mail.',
  },
  back: 'Back to My details',
} satisfies Words<typeof es>
