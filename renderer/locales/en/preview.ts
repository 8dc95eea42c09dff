import type es from '../es-MX/preview.ts'
import type { Words } from '../words.ts'

export default {
  heading: 'Preview: {name}',
  loading: 'We are preparing the preview…',
  drawing: 'Drawing page {page}…',
  sheet: 'Page {page} of {count}',
  picture: '{name}, page {page} of {count}',
  text: 'What page {page} says',
  pages: 'Pages of the document',
  larger: 'Enlarge',
  smaller: 'Reduce',
  size: 'Size: {percent}%',
} satisfies Words<typeof es>
