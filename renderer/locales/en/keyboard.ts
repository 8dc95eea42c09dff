import type es from '../es-MX/keyboard.ts'
import type { Words } from '../words.ts'

const keyboard: Words<typeof es> = {
  name: 'On-screen keyboard',
  erase: 'Erase',
  space: 'space',
  next: 'Next',
  shift: 'Shift',
  enter: 'New line',
  left: 'No more fits. | 1 character left. | {count} characters left.',
  signs: {
    hyphen: 'hyphen',
    underscore: 'underscore',
    dot: 'dot',
    comma: 'comma',
    plus: 'plus',
    stroke: 'slash',
    at: 'at sign',
    opensQuestion: 'opening question mark',
    question: 'question mark',
    opensExclamation: 'opening exclamation mark',
    exclamation: 'exclamation mark',
  },
}

export default keyboard
