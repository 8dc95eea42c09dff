import { onMounted, onScopeDispose, ref, watch, type Ref } from 'vue'
import { useSession } from '../../stores/session.ts'
import type { ChartColours } from './amounts.ts'

interface ChartTheme {
  colours: ChartColours
  /** Of the letters, in pixels. */
  size: number
  family: string
}

/** The tokens as they stand at a place: the size of the screen and the aids change them. Null until the place is there. */
export function useChartTheme(place: Readonly<Ref<HTMLElement | null>>): Readonly<Ref<ChartTheme | null>> {
  const session = useSession()
  const theme = ref<ChartTheme | null>(null)

  function read(): void {
    if (!place.value) return
    const style = getComputedStyle(place.value)
    const token = (name: string): string => style.getPropertyValue(name).trim()
    const colours = {
      ink: token('--ink'),
      ink2: token('--ink-2'),
      line: token('--line'),
      accent: token('--accent'),
      past: token('--past'),
      now: token('--now'),
    }
    theme.value = { colours, size: Number.parseFloat(style.fontSize), family: style.fontFamily }
  }
  onMounted(() => {
    read()
    addEventListener('resize', read)
  })
  onScopeDispose(() => removeEventListener('resize', read))
  watch(() => ({ ...session.aids }), read, { flush: 'post' })
  return theme
}
