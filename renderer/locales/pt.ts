import { byFile, type Messages } from './words.ts'

export default byFile(import.meta.glob<Messages>('./pt/*.ts', { eager: true, import: 'default' }))
