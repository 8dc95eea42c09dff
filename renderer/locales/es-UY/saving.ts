import type es from '../es-MX/saving.ts'
import type { SomeWords } from '../words.ts'

export default {
  place: { usb: 'Pendrive {name}' },
  leaveIn: 'No retire su pendrive.',
  saved: { usb: 'Guardado en el pendrive {place}.' },
  takeOut: 'Puede retirar su pendrive.',
} satisfies SomeWords<typeof es>
