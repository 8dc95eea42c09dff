/** A document that a phone fetches from the kiosk. */
export default {
  button: 'Llevar en el teléfono',
  heading: 'Llevar en el teléfono',
  loading: 'Preparando su documento…',
  code: 'Código QR de su documento',
  steps: {
    join: 'Conecte su teléfono a la red inalámbrica de la sucursal.',
    joinNamed: 'Conecte su teléfono a la red {network}.',
    point: 'Apunte la cámara de su teléfono al código.',
    download: 'Toque Descargar en su teléfono.',
  },
  until: 'Vale hasta las {time} y mientras dure su visita, para un solo teléfono.',
  state: {
    opened: 'Un teléfono abrió su documento.',
    fetched: 'Enviamos su documento a su teléfono.',
    closed: 'El código venció.',
  },
  next: {
    opened: 'Toque Descargar en su teléfono. Si no es el suyo, toque Otro código y avise en el mostrador.',
    fetched: 'Compruebe que se abre antes de cerrar.',
    closed: 'Pida otro si todavía lo necesita.',
  },
  again: 'Otro código',
} as const
