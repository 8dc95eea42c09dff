import { canBeWithout, isPlausible } from './figures.ts'
import { shorten } from './shorten.ts'
import { ruleFor, type TextRule } from './rooms.ts'

/** Where something stands that is too long or too large to be left out or shortened. */
export interface TooLong {
  path: (string | number)[]
}

/** `withheld`: where figures stood that nobody can use and that were left out. */
export type Bounded<T> = { ok: true; value: T; withheld: string[] } | ({ ok: false } & TooLong)

/** Of anything but amounts. */
const MOST_ITEMS = 1_000
/** Beyond these the rest is one row with its sum: what is left of a total must not get lost. */
const MOST_AMOUNTS: Readonly<Record<string, number>> = { lines: 500, taxes: 12 }

/** What takes room though it is no letter: marks piled on one, ends of lines. */
const ODD = /[\p{M}\p{Cc}\p{Cs}\u2028\u2029]/u

/**
 * One thing of the utility with every text and list of it bounded, by the name of its field: the one place through which all of them come, before
 * anything is stored, shown or printed. Figures stay as they are or are left out.
 */
export function bound<T>(entity: string, thing: T): Bounded<T> {
  if (isWithinBounds(thing, entity, '')) return { ok: true, value: thing, withheld: [] }
  const found: Found = { tooLong: [], withheld: [] }
  const value = boundValue(thing, entity, '', [], found) as T
  const [path] = found.tooLong
  return path ? { ok: false, path } : { ok: true, value, withheld: found.withheld.map((place) => place.join('.')) }
}

type Path = TooLong['path']
type Found = Record<'tooLong' | 'withheld', Path[]>

/** What an authority certified is a thing of its own: its numbers find nothing here. */
const entityWithin = (entity: string, field: string): string => (field === 'fiscal' ? field : entity)

/** Nearly everything is, and then nothing is made anew: a first load brings millions. */
function isWithinBounds(value: unknown, entity: string, field: string): boolean {
  if (typeof value === 'string') return isTextWithin(value, ruleFor(entity, field))
  if (typeof value === 'number') return isPlausible(field, value)
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.length <= (MOST_AMOUNTS[field] ?? MOST_ITEMS) && value.every((item) => isWithinBounds(item, entity, field))
  for (const name in value) if (!isWithinBounds(value[name as keyof typeof value], entityWithin(entity, name), name)) return false
  return true
}

const isTextWithin = (text: string, rule: TextRule): boolean =>
  rule.kind === 'shortened' ? text.length <= rule.room.characters && !ODD.test(text) : text.length <= rule.most

function boundValue(value: unknown, entity: string, field: string, path: Path, found: Found): unknown {
  if (typeof value === 'string') return boundText(value, entity, field, path, found)
  if (typeof value === 'number') return boundFigure(value, entity, field, path, found)
  if (Array.isArray(value)) return boundList(value, field).map((item, index) => boundValue(item, entity, field, [...path, index], found))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, boundValue(inner, entityWithin(entity, name), name, [...path, name], found)]))
}

function boundText(text: string, entity: string, field: string, path: Path, found: Found): string {
  const rule = ruleFor(entity, field)
  if (rule.kind === 'shortened') return shorten(text, rule.room)
  if (text.length <= rule.most) return text
  if (rule.kind === 'needed') found.tooLong.push(path)
  return ''
}

function boundFigure(value: number, entity: string, field: string, path: Path, found: Found): number | undefined {
  if (isPlausible(field, value)) return value
  found[canBeWithout(entity, field) ? 'withheld' : 'tooLong'].push(path)
  return undefined
}

function boundList(list: unknown[], field: string): unknown[] {
  const most = MOST_AMOUNTS[field]
  if (most === undefined || list.length <= most) return list.slice(0, MOST_ITEMS)
  const kept = list.slice(0, most - 1)
  const rest = list.slice(most - 1)
  const name = `… (${rest.length})`
  const amount = rest.reduce<number>((sum, item) => sum + amountOf(item), 0)
  return [...kept, field === 'taxes' ? { name: `${name} %`, rate: 0, amount } : { description: name, amount }]
}

const amountOf = (item: unknown): number => (typeof item === 'object' && item !== null && 'amount' in item && typeof item.amount === 'number' ? item.amount : 0)
