import type es from '../es-MX/keyboard.ts'
import type { Words } from '../words.ts'

const keyboard: Words<typeof es> = {
  name: 'Teclado na tela',
  erase: 'Apagar',
  space: 'espaço',
  next: 'Próximo',
  shift: 'Maiúsc.',
  enter: 'Nova linha',
  left: 'Não cabe mais. | Resta 1 letra. | Restam {count} letras.',
  signs: {
    hyphen: 'hífen',
    underscore: 'sublinhado',
    dot: 'ponto',
    comma: 'vírgula',
    plus: 'mais',
    stroke: 'barra',
    at: 'arroba',
    opensQuestion: 'interrogação invertida',
    question: 'ponto de interrogação',
    opensExclamation: 'exclamação invertida',
    exclamation: 'ponto de exclamação',
  },
}

export default keyboard
