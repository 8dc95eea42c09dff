import type { Rule } from 'eslint'

/** Where parts are laid out by primitives and tokens alone. */
const LAID_OUT = /(^|\/)renderer\/(views|areas)\//
const AT_RULE = /@(media|container)\b([^{;]*)/gu
const BY_SCREEN = /orientation|height|aspect-ratio|block-size/u
const NAMED_SCREEN = /\(\s*--/u

/** The conditions of a style sheet that ask for the height or the orientation of the screen, by themselves or by a name of `theme/media.css`. */
export const screenQueries = (css: string): string[] =>
  [...css.matchAll(AT_RULE)].flatMap(([query, kind, condition = '']) => {
    const asksForScreen = BY_SCREEN.test(condition) || (kind === 'media' && NAMED_SCREEN.test(condition))
    return asksForScreen ? [query.trim()] : []
  })

/** What vue-eslint-parser says of the blocks of a file. */
interface Block {
  name?: string
  range: [number, number]
}
interface VueServices {
  getDocumentFragment?: () => { children: Block[] } | null
}

/** No view and no area asks for height or orientation: what differs by screen stands in the kit, the chrome and the tokens. */
export const screenQueriesRule: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { asks: '{{query}}: a view or an area is laid out by the primitives of ui/layout.css and the tokens.' },
  },
  create(context) {
    if (!LAID_OUT.test(context.filename.replaceAll('\\', '/'))) return {}
    return {
      Program(node) {
        const { getDocumentFragment } = context.sourceCode.parserServices as VueServices
        for (const block of getDocumentFragment?.()?.children ?? []) {
          if (block.name !== 'style') continue
          for (const query of screenQueries(context.sourceCode.text.slice(...block.range))) context.report({ node, messageId: 'asks', data: { query } })
        }
      },
    }
  },
}
