import type { MailLocale } from '../mail/language.ts'

/** What the activation page says. */
export interface ActivationWords {
  heading: string
  sample: string
  detail: string
  code: string
  password: string
  repeated: string
  rule: string
  activate: string
  notTheSame: string
  wrongCode: string
  weak: string
  notNow: string
  active: string
  activeDetail: string
  used: string
  expired: string
  unknown: string
}

const spanish: ActivationWords = {
  heading: 'Active su cuenta',
  sample: 'Página de ejemplo.',
  detail: 'Escriba el código que recibió por correo y elija su contraseña.',
  code: 'Código',
  password: 'Contraseña',
  repeated: 'Repita la contraseña',
  rule: 'Doce caracteres o más.',
  activate: 'Activar mi cuenta',
  notTheSame: 'Las dos contraseñas no son iguales. Escríbalas otra vez.',
  wrongCode: 'El código no es correcto. Revíselo en el correo y escríbalo otra vez.',
  weak: 'Elija otra contraseña.',
  notNow: 'Ahora no se puede terminar. Inténtelo más tarde.',
  active: 'Su cuenta está activa',
  activeDetail: 'Ya puede entrar con su correo y su contraseña. El kiosco también lo sabe: puede cerrar esta página.',
  used: 'Esta página ya se usó: la cuenta está activa.',
  expired: 'El tiempo o los intentos para activar la cuenta se terminaron. Regístrese otra vez.',
  unknown: 'Esta página no existe. Revise la dirección, o regístrese otra vez.',
}

const english: ActivationWords = {
  heading: 'Activate your account',
  sample: 'Sample page.',
  detail: 'Type the code that you received by e-mail and choose your password.',
  code: 'Code',
  password: 'Password',
  repeated: 'Repeat the password',
  rule: 'Twelve characters or more.',
  activate: 'Activate my account',
  notTheSame: 'The two passwords are not the same. Type them again.',
  wrongCode: 'The code is not right. Check it in the e-mail and type it again.',
  weak: 'Choose another password.',
  notNow: 'This cannot be finished now. Try again later.',
  active: 'Your account is active',
  activeDetail: 'You can now sign in with your e-mail address and your password. The kiosk knows it too: you can close this page.',
  used: 'This page has been used: the account is active.',
  expired: 'The time or the tries to activate the account are over. Register again.',
  unknown: 'This page does not exist. Check the address, or register again.',
}

const portuguese: ActivationWords = {
  heading: 'Ative sua conta',
  sample: 'Página de exemplo.',
  detail: 'Digite o código que você recebeu por e-mail e escolha sua senha.',
  code: 'Código',
  password: 'Senha',
  repeated: 'Repita a senha',
  rule: 'Doze caracteres ou mais.',
  activate: 'Ativar minha conta',
  notTheSame: 'As duas senhas não são iguais. Digite-as outra vez.',
  wrongCode: 'O código não está certo. Confira no e-mail e digite outra vez.',
  weak: 'Escolha outra senha.',
  notNow: 'Não é possível terminar agora. Tente mais tarde.',
  active: 'Sua conta está ativa',
  activeDetail: 'Você já pode entrar com seu e-mail e sua senha. O quiosque também sabe: pode fechar esta página.',
  used: 'Esta página já foi usada: a conta está ativa.',
  expired: 'O tempo ou as tentativas para ativar a conta acabaram. Cadastre-se outra vez.',
  unknown: 'Esta página não existe. Confira o endereço ou cadastre-se outra vez.',
}

export const activationWords: Record<MailLocale, ActivationWords> = { 'es-MX': spanish, 'es-UY': spanish, en: english, pt: portuguese }
