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

function render(node: Nodes): VNodeChild {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value
  const tag = tagOf(node)
  if (!tag) return null
  return h(tag, 'children' in node ? node.children.map(render) : [])
}

function tagOf(node: Nodes): string | undefined {
  // The dialog's own heading is the h2.
  if (node.type === 'heading') return node.depth === 1 ? 'h3' : 'h4'
  if (node.type === 'list' && node.ordered) return 'ol'
  return tags[node.type]
}

/** CommonMark as elements, never as HTML: whatever stands in the text is inert. */
export default defineComponent({
  name: 'MarkdownText',
  props: { text: { type: String, required: true } },
  setup: (props) => () => h('div', { class: 'markdown' }, [render(fromMarkdown(props.text))]),
})
