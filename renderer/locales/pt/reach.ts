import type es from '../es-MX/reach.ts'
import type { Words } from '../words.ts'

export default {
  email: 'E-mail',
  emailHint: 'Por exemplo, {sample}.',
  phone: 'Telefone',
  phoneHint: 'Por exemplo, {sample}.',
  oneWillDo: 'Basta um: e-mail ou telefone.',
  mayBeEmpty: 'Pode deixar vazio.',
} satisfies Words<typeof es>
