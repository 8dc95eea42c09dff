import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'

const MOST_MARKS = 2_000
/** So many quotes and lists within each other, opened on one line. */
const TOO_DEEP = /(?:>[ \t]*|(?:[-+*]|\d{1,9}[.)])[ \t]+){30}/

/** No author writes such a text, and parsing it would hold the thread, or end it. */
const isHostile = (text: string): boolean => TOO_DEEP.test(text) || (text.match(/[>*_[\]`<!&\\]/g)?.length ?? 0) > MOST_MARKS

/** CommonMark of the utility; of a text that is not to be parsed, its paragraphs as they stand. */
export const readMarkdown = (text: string): Root => (isHostile(text) ? asItStands(text) : fromMarkdown(text))

const asItStands = (text: string): Root => ({
  type: 'root',
  children: text.split(/\n{2,}/).map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] })),
})
