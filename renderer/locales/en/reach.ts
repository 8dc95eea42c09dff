import type es from '../es-MX/reach.ts'
import type { Words } from '../words.ts'

export default {
  email: 'E-mail',
  emailHint: 'For example, {sample}.',
  phone: 'Phone',
  phoneHint: 'For example, {sample}.',
  oneWillDo: 'One will do: e-mail or phone.',
  mayBeEmpty: 'You may leave it empty.',
} satisfies Words<typeof es>
