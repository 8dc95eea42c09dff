/** *Factura electrónica*: on paper or by e-mail. */
export default {
  heading: 'Factura electrónica',
  loading: 'Buscando cómo recibe su factura…',
  today: { paper: 'Hoy recibe su factura en papel.', email: 'Hoy recibe su factura por correo electrónico.' },
  choose: '¿Cómo la quiere recibir?',
  ways: { email: 'Por correo electrónico', paper: 'En papel' },
  asToday: 'Así la recibe hoy',
  sentTo: 'A {email}, el correo que la empresa tiene de esta cuenta. Para usar otro, pase al mostrador con una identificación.',
  instead: {
    signIn: {
      name: 'La empresa no tiene un correo de esta cuenta',
      detail: 'Para dar uno, inicie sesión con su cuenta de la oficina en línea, o pase al mostrador con una identificación.',
    },
    counter: { name: 'En este equipo no se puede pedir por correo electrónico', detail: 'Pase al mostrador con una identificación.' },
  },
  noAddress: 'La empresa no tiene un correo de esta cuenta. Escriba el correo en el que la quiere recibir.',
  consent: 'Antes de enviar',
  accept: 'He leído y acepto: {title}',
  read: 'Leer el texto',
  version: 'Versión {version}',
  asked: {
    email: 'El {date} pidió recibirla por correo electrónico; su folio es {folio}.',
    paper: 'El {date} pidió recibirla en papel; su folio es {folio}.',
    next: 'Hasta que la empresa haga el cambio, la recibe como antes.',
  },
} as const
