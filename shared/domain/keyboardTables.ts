/** What each key writes alone and with Shift, row by row, the keys in the same places in every layout. */
const layouts = {
  us: ["`1234567890-=qwertyuiop[]\\asdfghjkl;'\\zxcvbnm,./", '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"|ZXCVBNM<>?'],
  spanish: ["º1234567890'¡qwertyuiop`+çasdfghjklñ´<zxcvbnm,.-", 'ª!"·$%&/()=?¿QWERTYUIOP^*ÇASDFGHJKLÑ¨>ZXCVBNM;:_'],
  latinAmerican: ["|1234567890'¿qwertyuiop´+}asdfghjklñ{<zxcvbnm,.-", '°!"#$%&/()=?¡QWERTYUIOP¨*]ASDFGHJKLÑ[>ZXCVBNM;:_'],
} as const

export type KeyLayout = keyof typeof layouts
export const keyLayouts = Object.keys(layouts) as readonly KeyLayout[]

/** For every two layouts, what the one writes where the other would write this character. */
const tables = keyLayouts.flatMap((system) => keyLayouts.filter((scanner) => scanner !== system).map((scanner) => tableOf(system, scanner)))

function tableOf(system: KeyLayout, scanner: KeyLayout): ReadonlyMap<string, string> {
  const meant = [...layouts[scanner].join('')]
  const pairs = [...layouts[system].join('')].map((typed, place) => [typed, meant[place] ?? typed] as const)
  // A sign that stands on two keys is that of the first.
  return new Map(pairs.reverse())
}

/** What the keys of a scanner that believes in one layout write under another. */
export function typedUnder(text: string, { scanner, system }: Record<'scanner' | 'system', KeyLayout>): string {
  const table = tableOf(scanner, system)
  return Array.from(text, (character) => table.get(character) ?? character).join('')
}

/**
 * Every text that the scanner may have meant: as it came, then as it would be if scanner and system had any two of the known layouts. Letters,
 * digits, comma and full stop are on the same keys in all of them; the signs between are not.
 */
export function possibleTexts(typed: string): string[] {
  const characters = Array.from(typed)
  const others = tables.map((table) => characters.map((character) => table.get(character) ?? character).join(''))
  return [...new Set([typed, ...others])]
}
