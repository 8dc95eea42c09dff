import type { Heading, List, Nodes, PhrasingContent } from 'mdast'
import type { Content } from 'pdfmake/interfaces.js'
import { readMarkdown } from '../../../shared/domain/markdown.ts'
import { printable } from '../printable.ts'
import { colour } from '../style.ts'

/** What a heading is marked with, that it may not be the last thing on a sheet. */
export const HEADING_LEVEL = 1

const SIZES = [14, 13, 12]
/** As deep as a sheet has room for; what stands deeper stands there. */
const MOST_INDENTS = 6
const INDENT = 16
/** For each figure of a number beyond the first. */
const WIDER = 6

interface Run {
  text: string
  bold?: boolean
}

interface Place {
  /** In so many lists and quotes. */
  depth: number
  /** In points: of a column that may grow, a word without an end would run off the paper. */
  width: number
}

/** CommonMark as pdfmake draws it: what the screen shows of it. Links are their words; HTML and pictures are dropped. */
export const drawMarkdown = (text: string, width: number): Content[] => readMarkdown(text).children.flatMap((node) => drawBlock(node, { depth: 0, width }))

function drawBlock(node: Nodes, place: Place): Content[] {
  const below = place.depth === 0 ? 6 : 3
  switch (node.type) {
    case 'heading':
      return [drawHeading(node)]
    case 'paragraph':
      return [{ text: runsOf(node.children), margin: [0, 0, 0, below] }]
    case 'code':
      return [{ text: spaced(node.value), margin: [0, 0, 0, below] }]
    case 'list':
      return [drawList(node, place)]
    case 'blockquote':
      return [drawIndented(node.children, '', { place, indent: INDENT })]
    case 'thematicBreak':
      return [{ text: '', margin: [0, 0, 0, 8] }]
    default:
      return []
  }
}

const drawHeading = ({ children, depth }: Heading): Content => ({
  text: runsOf(children),
  fontSize: SIZES[depth - 1] ?? 11,
  bold: true,
  color: colour.accent,
  headlineLevel: HEADING_LEVEL,
  margin: [0, 10, 0, 3],
})

function drawList({ ordered, start, children }: List, place: Place): Content {
  const first = start ?? 1
  const marks = children.map((_, index) => (ordered ? `${first + index}.` : '•'))
  const indent = INDENT + WIDER * Math.max(0, ...marks.map(({ length }) => length - 2))
  const items = children.map((item, index) => drawIndented(item.children, marks[index] ?? '', { place, indent }))
  return { margin: [0, 0, 0, place.depth === 0 ? 4 : 0], stack: items }
}

function drawIndented(children: readonly Nodes[], mark: string, { place: { depth, width }, indent }: { place: Place; indent: number }): Content {
  const isDeep = depth >= MOST_INDENTS
  const room = isDeep ? width : width - indent
  const stack = children.flatMap((child) => drawBlock(child, { depth: depth + 1, width: room }))
  return isDeep
    ? { stack }
    : {
        columns: [
          { text: mark, width: indent },
          { stack, width: room },
        ],
      }
}

function runsOf(nodes: readonly PhrasingContent[], style: Omit<Run, 'text'> = {}): Run[] {
  return nodes.flatMap((node): Run[] => {
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        return [{ text: spaced(node.value), ...style }]
      case 'break':
        return [{ text: '\n' }]
      case 'strong':
      case 'emphasis':
        return runsOf(node.children, { bold: true })
      case 'link':
      case 'linkReference':
        return runsOf(node.children, style)
      default:
        return []
    }
  })
}

/** A word without an end takes the drawing thread longer than it has: it goes on after a space. */
const ENDLESS = /\S{200}(?=\S)/gu
/** So do spaces without an end. */
const EMPTY = / {9,}/gu

/** A part of a sentence keeps the spaces that part it from the next. */
const spaced = (text: string): string =>
  `${/^\s/u.test(text) ? ' ' : ''}${printable(text).replace(ENDLESS, '$& ').replace(EMPTY, ' ')}${/\S\s+$/u.test(text) ? ' ' : ''}`
