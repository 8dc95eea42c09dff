import { byFile, type Messages } from './words.ts'

/** What Uruguay says otherwise; the rest comes from es-MX. */
export default byFile(import.meta.glob<Messages>('./es-UY/*.ts', { eager: true, import: 'default' }))
