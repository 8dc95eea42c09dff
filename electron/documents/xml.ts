import { fileText } from './fileText.ts'

/** An element: its name, its attributes, and either text or elements within. */
export interface XmlElement {
  name: string
  attributes?: Record<string, string>
  content: string | number | XmlElement[]
}

/** An element in short. */
export const xml = (name: string, content: XmlElement['content'] = [], attributes?: Record<string, string>): XmlElement =>
  attributes ? { name, attributes, content } : { name, content }

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
const escaped = (text: string): string => fileText(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? '')

/** A document in UTF-8, indented. */
export function writeXml(root: XmlElement): Uint8Array<ArrayBuffer> {
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}`, 'utf8')
}

function written({ name, attributes = {}, content }: XmlElement, indent: string): string {
  const opening = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`)].join(' ')
  if (!Array.isArray(content)) return `${indent}<${opening}>${escaped(String(content))}</${name}>\n`
  if (content.length === 0) return `${indent}<${opening}/>\n`
  return `${indent}<${opening}>\n${content.map((inner) => written(inner, `${indent}  `)).join('')}${indent}</${name}>\n`
}
