import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { defineComponent, h, type VNodeChild } from 'vue'

/** What the utility's texts may be made of. Links lead nowhere at a kiosk, so their words alone are shown; HTML and pictures are dropped. */
const tags: Partial<Record<Nodes['type'], string>> = {
  paragraph: 'p',
  list: 'ul',
  listItem: 'li',
  strong: 'strong',
  emphasis: 'em',
  blockquote: 'blockquote',
  link: 'span',
  root: 'div',
  break: 'br',
  thematicBreak: 'hr',
}

function render(node: Nodes, highest: number): VNodeChild {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value
  const tag = tagOf(node, highest)
  if (!tag) return null
  return h(tag, 'children' in node ? node.children.map((child) => render(child, highest)) : [])
}

function tagOf(node: Nodes, highest: number): string | undefined {
  // The dialog's own heading is the h2; whichever level the text begins with comes next.
  if (node.type === 'heading') return `h${Math.min(node.depth - highest + 3, 6)}`
  if (node.type === 'list' && node.ordered) return 'ol'
  return tags[node.type]
}

/** The level of the text's highest headings. */
function highestHeading(node: Nodes): number {
  if (node.type === 'heading') return node.depth
  return 'children' in node ? Math.min(6, ...node.children.map(highestHeading)) : 6
}

/** CommonMark as elements, never as HTML: whatever stands in the text is inert. */
export default defineComponent({
  name: 'MarkdownText',
  props: { text: { type: String, required: true } },
  setup: (props) => () => {
    const text = fromMarkdown(props.text)
    return h('div', { class: 'markdown' }, [render(text, highestHeading(text))])
  },
})
