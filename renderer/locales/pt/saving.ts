import type es from '../es-MX/saving.ts'
import type { Words } from '../words.ts'

export default {
  save: { pdf: 'Salvar PDF', xlsx: 'Salvar Excel', csv: 'Salvar CSV', xml: 'Salvar Green Button' },
  where: 'Onde quer salvar?',
  place: { usb: 'Pen drive {name}', folder: 'Pasta {name}' },
  saving: 'Salvando…',
  leaveIn: 'Não retire o pen drive.',
  saved: { usb: 'Salvo no pen drive {place}.', folder: 'Salvo na pasta {place}.' },
  fetch: 'Peça seu arquivo no balcão.',
  takeOut: 'Pode retirar o pen drive.',
} satisfies Words<typeof es>
