import type es from '../es-MX/phone.ts'
import type { Words } from '../words.ts'

export default {
  button: 'Take it on your phone',
  heading: 'Take it on your phone',
  loading: 'Preparing your document…',
  code: 'QR code of your document',
  steps: {
    join: 'Connect your phone to the wireless network of this branch.',
    joinNamed: 'Connect your phone to the network {network}.',
    point: 'Point your phone’s camera at the code.',
    download: 'Touch Download on your phone.',
  },
  until: 'Good until {time} while your visit lasts, for one phone only.',
  state: { opened: 'A phone opened your document.', fetched: 'We sent your document to your phone.', closed: 'The code has expired.' },
  next: {
    opened: 'Touch Download on your phone. If it is not yours, touch Another code and tell the counter.',
    fetched: 'Check that it opens before you close this.',
    closed: 'Ask for another if you still need it.',
  },
  again: 'Another code',
} satisfies Words<typeof es>
