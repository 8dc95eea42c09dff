/** What a number may consist of: the significant characters. */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const DIGITS = ALPHABET.slice(0, 10)
const LONGEST = 20
/** A longer pattern is not read: groups are read by recursion. */
const LONGEST_PATTERN = 200

/** A character of the number that is one of `of`, as often as the pattern allows. */
interface Part {
  of: string
  min: number
  max: number
}

/**
 * A number that a zone's pattern accepts, as like the model as the pattern allows; null where the pattern is beyond what is read here:
 * literals, classes, groups, the first of alternatives, and counts. It is written after the pattern and never matched against it, because a
 * pattern of the feed may backtrack without end.
 */
export function sampleNumber(pattern: string, model: string): string | null {
  const parts = pattern.length > LONGEST_PATTERN ? null : new PatternReader(pattern).read()
  if (!parts) return null
  let missing = model.length - parts.reduce((length, { min }) => length + min, 0)
  let sample = ''
  for (const { of, min, max } of parts) {
    const more = Math.max(0, Math.min(missing, max - min))
    missing -= more
    for (let count = 0; count < min + more && sample.length <= LONGEST; count += 1) sample += characterFor(of, sample.length, model)
  }
  return sample.length > LONGEST || sample === '' ? null : sample
}

function characterFor(of: string, place: number, model: string): string {
  const wanted = model[place]
  return wanted && of.includes(wanted) ? wanted : (of[(place * 7 + 3) % of.length] ?? '')
}

class Unreadable extends Error {}

class PatternReader {
  private at = 0
  private readonly pattern: string

  constructor(pattern: string) {
    this.pattern = pattern
  }

  read(): Part[] | null {
    try {
      const parts = this.alternatives()
      return this.at === this.pattern.length ? parts : null
    } catch (error) {
      if (error instanceof Unreadable) return null
      throw error
    }
  }

  private alternatives(): Part[] {
    const first = this.sequence()
    while (this.takes('|')) this.sequence()
    return first
  }

  private sequence(): Part[] {
    const parts: Part[] = []
    while (this.at < this.pattern.length && !'|)'.includes(this.pattern.charAt(this.at))) {
      if (this.takes('^') || this.takes('$')) continue
      parts.push(...this.counted(this.takes('(') ? this.group() : [this.single()]))
      if (parts.length > LONGEST) throw new Unreadable()
    }
    return parts
  }

  private group(): Part[] {
    if (this.takes('?') && !this.takes(':')) throw new Unreadable()
    const parts = this.alternatives()
    if (!this.takes(')')) throw new Unreadable()
    return parts
  }

  private single(): Part {
    const character = this.next()
    const of = character === '[' ? this.oneOf() : character === '.' ? ALPHABET : character === '\\' ? escaped(this.next()) : character
    if (of === '' || '*+?{'.includes(of) || [...of].some((one) => !ALPHABET.includes(one))) throw new Unreadable()
    return { of, min: 1, max: 1 }
  }

  private oneOf(): string {
    const isNot = this.takes('^')
    let named = ''
    while (!this.takes(']')) {
      const from = this.next()
      const isRange = this.pattern.charAt(this.at) === '-' && this.pattern.charAt(this.at + 1) !== ']'
      if (from === '\\') named += escaped(this.next())
      else if (isRange) {
        this.at += 1
        const to = this.next()
        named += [...ALPHABET].filter((one) => one >= from && one <= to).join('')
      } else named += from
    }
    return [...ALPHABET].filter((one) => named.includes(one) !== isNot).join('')
  }

  private counted(parts: Part[]): Part[] {
    const [min, max] = this.count()
    this.takes('?')
    const [only, ...more] = parts
    if (only && more.length === 0) return [{ of: only.of, min: only.min * min, max: only.max * max }]
    const times = Math.min(Math.max(min, 1), max, LONGEST)
    return Array.from({ length: times }, () => parts).flat()
  }

  private count(): [min: number, max: number] {
    if (this.takes('?')) return [0, 1]
    if (this.takes('*')) return [0, LONGEST]
    if (this.takes('+')) return [1, LONGEST]
    const braces = /^\{(\d{1,3})(,?)(\d{0,3})\}/.exec(this.pattern.slice(this.at, this.at + 9))
    if (!braces) return [1, 1]
    this.at += braces[0].length
    const min = Number(braces[1])
    return [min, braces[3] ? Number(braces[3]) : braces[2] ? Math.max(min, LONGEST) : min]
  }

  private takes(character: string): boolean {
    if (this.pattern.charAt(this.at) !== character) return false
    this.at += 1
    return true
  }

  private next(): string {
    const character = this.pattern.charAt(this.at)
    if (character === '') throw new Unreadable()
    this.at += 1
    return character
  }
}

const escaped = (letter: string): string => (letter === 'd' ? DIGITS : letter === 'w' ? ALPHABET : letter)
