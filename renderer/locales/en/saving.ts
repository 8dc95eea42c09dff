import type es from '../es-MX/saving.ts'
import type { Words } from '../words.ts'

export default {
  save: { pdf: 'Save PDF', xlsx: 'Save Excel', csv: 'Save CSV', xml: 'Save Green Button' },
  where: 'Where do you want to save it?',
  place: { usb: 'USB stick {name}', folder: 'Folder {name}' },
  saving: 'Saving…',
  leaveIn: 'Leave your stick in its place.',
  saved: { usb: 'Saved on the stick {place}.', folder: 'Saved in the folder {place}.' },
  fetch: 'Ask for your file at the counter.',
  takeOut: 'You can take your stick.',
} satisfies Words<typeof es>
