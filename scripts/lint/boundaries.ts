import { dirname, relative, resolve, sep } from 'node:path'
import type { Rule } from 'eslint'

/** What the files under `from` may not import, unless the file stands in `except`. Paths are from the project's root; a package is `npm:NAME`. */
interface Boundary {
  from: RegExp
  forbidden: RegExp
  except?: RegExp
  because: string
}

const boundaries: readonly Boundary[] = [
  {
    from: /^shared\//,
    forbidden: /^(?!shared\/|npm:)/,
    because: 'shared is imported by both sides and imports neither',
  },
  { from: /^(shared|renderer)\//, forbidden: /^npm:node:/, because: 'the renderer has no Node, and shared runs there too' },
  { from: /^renderer\//, forbidden: /^(?!renderer\/|shared\/|npm:)/, because: 'the renderer imports only itself and shared' },
  { from: /^electron\//, forbidden: /^(?!electron\/|shared\/|package\.json$|npm:)/, because: 'the main process imports only itself and shared' },
  {
    from: /^(electron|renderer|shared)\//,
    forbidden: /^npm:electron(\/|$)/,
    except: /^electron\/(main|preload|shell\/(window\w*|protocol|lockdown|commandLine))\.ts$/,
    because: 'only the Electron shell imports electron: the application runs without it',
  },
  {
    from: /^electron\/documents\//,
    forbidden: /^electron\/(services|printing)\//,
    because: 'services and printing know documents, and documents know neither',
  },
  {
    from: /^electron\/filings\//,
    forbidden: /^electron\/(documents|services|printing)\//,
    because: 'a kind of command says facts, and the receipt writes them',
  },
  {
    from: /^renderer\/ui\//,
    forbidden: /^renderer\/(areas|views)\//,
    because: 'the kit knows no area',
  },
  {
    from: /^electron\//,
    forbidden: /^electron\/sandbox\//,
    except: /^electron\/(sandbox\/|compose\.ts$|utility\.ts$)/,
    because: 'only compose.ts and its utility.ts start the sandbox: a packaged application has none',
  },
  {
    from: /^electron\//,
    forbidden: /^npm:better-sqlite3(\/|$)/,
    except: /^electron\/(cache\/|faults\.ts$|shell\/lock\.ts$)/,
    because: 'the database is opened and typed in electron/cache; faults.ts knows its errors',
  },
]

/**
 * The boundaries between the processes as a rule: every import, export from, dynamic import and `new URL('…', import.meta.url)` is resolved
 * against the importing file and held against the table above. Types count too: a type that crosses a boundary is a dependency.
 */
export const boundariesRule: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { crossed: '{{from}} must not import {{target}}: {{because}}.' },
  },
  create(context) {
    const from = toPosix(relative(context.cwd, context.filename))
    const applying = boundaries.filter((boundary) => boundary.from.test(from) && !boundary.except?.test(from))
    const check = (node: Rule.Node, source: unknown) => {
      if (typeof source !== 'string') return
      const target = resolveImport(source, context.filename, context.cwd)
      const crossed = applying.find((boundary) => boundary.forbidden.test(target))
      if (crossed) context.report({ node, messageId: 'crossed', data: { from, target, because: crossed.because } })
    }
    return {
      ImportDeclaration: (node) => check(node, node.source.value),
      ExportNamedDeclaration: (node) => check(node, node.source?.value),
      ExportAllDeclaration: (node) => check(node, node.source.value),
      ImportExpression: (node) => check(node, literal(node.source)),
      'NewExpression[callee.name="URL"]': (node: Rule.Node) => check(node, fileUrl(node)),
    }
  },
}

function literal(node: { type: string; value?: unknown }): unknown {
  return node.type === 'Literal' ? node.value : undefined
}

/** The first argument of `new URL('./worker.ts', import.meta.url)`; other URLs import nothing. */
function fileUrl(node: Rule.Node): unknown {
  if (node.type !== 'NewExpression' || node.arguments.length < 2) return undefined
  const path = literal(node.arguments[0] ?? { type: 'none' })
  return typeof path === 'string' && path.startsWith('.') ? path : undefined
}

function resolveImport(source: string, importer: string, root: string): string {
  return source.startsWith('.') ? toPosix(relative(root, resolve(dirname(importer), source))) : `npm:${source}`
}

const toPosix = (path: string) => path.split(sep).join('/')
