import { byFile, type Messages } from './words.ts'

/** The first language: the others say the same. */
export default byFile(import.meta.glob<Messages>('./es-MX/*.ts', { eager: true, import: 'default' }))
