import type es from '../es-MX/phone.ts'
import type { SomeWords } from '../words.ts'

export default {
  button: 'Llevar en el celular',
  heading: 'Llevar en el celular',
  steps: {
    join: 'Conecte su celular a la red inalámbrica de la sucursal.',
    joinNamed: 'Conecte su celular a la red {network}.',
    point: 'Apunte la cámara de su celular al código.',
    download: 'Toque Descargar en su celular.',
  },
  until: 'Vale hasta las {time} y mientras dure su visita, para un solo celular.',
  state: { opened: 'Un celular abrió su documento.', fetched: 'Enviamos su documento a su celular.' },
  next: { opened: 'Toque Descargar en su celular. Si no es el suyo, toque Otro código y avise en el mostrador.' },
} satisfies SomeWords<typeof es>
