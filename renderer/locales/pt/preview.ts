import type es from '../es-MX/preview.ts'
import type { Words } from '../words.ts'

export default {
  heading: 'Pré-visualização: {name}',
  loading: 'Estamos preparando a pré-visualização…',
  drawing: 'Desenhando a folha {page}…',
  sheet: 'Folha {page} de {count}',
  picture: '{name}, folha {page} de {count}',
  text: 'O que diz a folha {page}',
  pages: 'Folhas do documento',
  larger: 'Ampliar',
  smaller: 'Reduzir',
  size: 'Tamanho: {percent} %',
} satisfies Words<typeof es>
