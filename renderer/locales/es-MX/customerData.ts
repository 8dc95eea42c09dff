/** *Mis datos*: how the company reaches a customer, and with what they sign in. */
export default {
  heading: 'Mis datos',
  loading: 'Buscando sus datos…',
  none: 'La empresa no tiene ninguno.',
  contact: {
    heading: 'Datos de contacto',
    email: 'Correo de la cuenta',
    atCounter: 'Para cambiar el correo de la cuenta, pase al mostrador con una identificación.',
    masked: 'Se ven en parte: la factura no dice quién la trae.',
  },
  asked: 'El {date} pidió cambiar el teléfono a {phone}; su folio es {folio}. Hasta que la empresa haga el cambio, vale el de antes.',
  access: {
    heading: 'Para iniciar sesión',
    login: 'Correo con el que entra',
    offline: 'Sin conexión no se pueden cambiar el correo ni la contraseña. El teléfono sí: se envía en cuanto haya conexión.',
    elsewhere: 'Para cambiarlos, use la oficina en línea de su empresa o pregunte en el mostrador.',
  },
  signIn: {
    heading: '¿Quiere verlos completos o cambiarlos?',
    detail: 'Inicie sesión con su correo y su contraseña, o pase al mostrador con una identificación.',
  },
  delivery: 'Cómo recibe su factura',
  phone: {
    heading: 'Cambiar teléfono',
    lead: 'Escriba el número al que la empresa le puede llamar. Se lleva un folio.',
  },
  email: {
    heading: 'Cambiar correo',
    lead: 'Enviaremos un código al correo nuevo y un aviso al que tiene ahora.',
    field: 'Correo nuevo',
    confirm: 'Confirmar correo',
    doneHeading: 'Correo cambiado',
    done: 'Desde ahora inicie sesión con su correo nuevo.',
  },
  password: {
    heading: 'Cambiar contraseña',
    current: 'Contraseña actual',
    doneHeading: 'Contraseña cambiada',
    done: 'Úsela la próxima vez que inicie sesión. La empresa se lo confirma por correo.',
  },
  back: 'Volver a Mis datos',
} as const
