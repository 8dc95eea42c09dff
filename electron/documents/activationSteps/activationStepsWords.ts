import { paperWords } from '../paperLocale.ts'

const words = {
  title: 'Pasos para activar su cuenta',
  registered: (company: string) => `Se registró en la oficina en línea de ${company}. Falta activar su cuenta.`,
  sentTo: 'Enviamos un código a',
  until: (date: string, time: string) => `El código vale hasta el ${date} a las ${time}`,
  zone: 'Zona geográfica',
  page: 'Página donde se termina',
  phone: 'Teléfono de la empresa',
  how: 'Qué hacer',
  steps: (company: string, page: string | null) => [
    `Abra su correo y busque el mensaje de ${company}. Si no está, mire en el correo no deseado.`,
    page === null
      ? 'Haga lo que dice el mensaje para activar su cuenta. Tenga a la mano el código que viene en él.'
      : `Siga el enlace del mensaje, que abre la página ${page}. Escriba ahí el código y elija su contraseña.`,
    `Cuando su cuenta esté activa, inicie sesión con su correo electrónico y su contraseña, en línea o en cualquier kiosco de ${company}.`,
  ],
  otherwise: 'Si el código venció, o no puede terminar así',
  again: (company: string) =>
    `Regístrese de nuevo en cualquier kiosco de ${company}, con un teléfono en el que pueda abrir su correo. Recibirá otro código y lo escribirá ahí mismo.`,
  counter: 'Si tiene dudas, pase al mostrador.',
  warning: 'Este papel no lleva el código. Nadie de la empresa se lo pedirá por teléfono: no lo comparta.',
}

/** The words of the steps to an active account; both countries use the same. */
export const activationStepsWords = paperWords<typeof words>({ 'es-MX': words, 'es-UY': words })
