/** Glyphs in a row, as fontkit's `layout` makes them. */
export interface Run {
  glyphs: readonly object[]
  positions: object[]
}

/** The part of a font that shapes text. */
export interface Shaper {
  layout(text: string, features?: readonly string[] | null): Run
}

/** By font and features, then by text. */
const kept = new Map<string, Map<string, Run>>()

/**
 * pdfkit keeps what it has shaped, but not with features: amounts, in digits of one width, are shaped anew each time they are measured
 * or drawn. With this, a font shapes each of them once.
 */
export function shapeOnce(font: Shaper, name: string): void {
  const shape = font.layout.bind(font)
  font.layout = (text, features) => {
    if (!features) return shape(text, features)
    const runs = runsOf([name, ...features].join(' '))
    const run = runs.get(text) ?? shape(text, features)
    runs.set(text, run)
    return copyOf(run)
  }
}

/** Between documents: no text of one is kept for the next. */
export const forgetShapes = (): void => kept.clear()

function runsOf(setting: string): Map<string, Run> {
  const runs = kept.get(setting) ?? new Map<string, Run>()
  kept.set(setting, runs)
  return runs
}

/** pdfkit scales the positions that it is given, in place. */
function copyOf(run: Run): Run {
  const positions = run.positions.map((position) => ({ ...position }))
  return Object.assign(Object.create(Object.getPrototypeOf(run) as object) as Run, run, { positions })
}
