import type { Nodes } from 'mdast'
import { defineComponent, h, type VNodeChild } from 'vue'
import { readMarkdown } from '../../shared/domain/markdown.ts'

/** What the utility's texts may be made of. Links lead nowhere at a kiosk, so their words alone are shown; HTML and pictures are dropped. */
const tags: Partial<Record<Nodes['type'], string>> = {
  paragraph: 'p',
  list: 'ul',
  listItem: 'li',
  strong: 'strong',
  emphasis: 'em',
  blockquote: 'blockquote',
  link: 'span',
  linkReference: 'span',
  root: 'div',
  break: 'br',
  thematicBreak: 'hr',
}

/** `shift`: what is added to the level of a heading in the text. */
function render(node: Nodes, shift: number): VNodeChild {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value
  const tag = tagOf(node, shift)
  if (!tag) return null
  const start = node.type === 'list' && node.start != null && node.start !== 1 ? { start: node.start } : null
  return h(tag, start, 'children' in node ? node.children.map((child) => render(child, shift)) : [])
}

function tagOf(node: Nodes, shift: number): string | undefined {
  if (node.type === 'heading') return `h${Math.min(node.depth + shift, 6)}`
  if (node.type === 'list' && node.ordered) return 'ol'
  return tags[node.type]
}

/** The level of the text's highest headings. */
function highestHeading(node: Nodes): number {
  if (node.type === 'heading') return node.depth
  return 'children' in node ? Math.min(6, ...node.children.map(highestHeading)) : 6
}

/**
 * CommonMark as elements, never as HTML: whatever stands in the text is inert. `under`: the level of the heading that it stands under; whichever
 * level the text begins with comes next.
 */
export default defineComponent({
  name: 'MarkdownText',
  props: { text: { type: String, required: true }, under: { type: Number, default: 2 } },
  setup: (props) => () => {
    const text = readMarkdown(props.text)
    return h('div', { class: 'markdown' }, [render(text, props.under + 1 - highestHeading(text))])
  },
})
