/** The keys of our own keyboard whose sign needs a name, on the key or for who hears it. */
export default {
  name: 'Teclado en pantalla',
  erase: 'Borrar',
  space: 'espacio',
  next: 'Siguiente',
  shift: 'Mayús.',
  enter: 'Otra línea',
  left: 'No cabe más. | Queda 1 letra. | Quedan {count} letras.',
  signs: {
    hyphen: 'guion',
    underscore: 'guion bajo',
    dot: 'punto',
    comma: 'coma',
    plus: 'más',
    stroke: 'diagonal',
    at: 'arroba',
    opensQuestion: 'abre interrogación',
    question: 'cierra interrogación',
    opensExclamation: 'abre exclamación',
    exclamation: 'cierra exclamación',
  },
} as const
