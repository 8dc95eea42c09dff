import { onMounted, onScopeDispose } from 'vue'
import { useDialogs } from '../../stores/dialogs.ts'
import { onOtherPresence } from '../../stores/forgetting.ts'
import { useKiosk } from '../../stores/kiosk.ts'
import { useSession } from '../../stores/session.ts'
import { useSpeech } from '../../stores/speech.ts'
import type { ReadingCursor } from './cursor.ts'
import { keypadKeyOf, type KeypadKey } from './keypadKeys.ts'
import { isOwnEvent } from './ownEvents.ts'

/** Listens for the keypad with four keys. Its first key turns accessible mode on, its help key the voice as well. */
export function useKeypad(): void {
  const kiosk = useKiosk()
  const session = useSession()
  const speech = useSpeech()
  const press = createPresses()
  let isInUse = false

  function onKey(event: KeyboardEvent): void {
    const key = isOwnEvent(event) ? null : keypadKeyOf(event, kiosk.description?.keypad, isInUse || speech.isOn)
    if (key === null) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (key === 'plugged' || key === 'unplugged') return speech.headphones(key === 'plugged')
    if (!isInUse) session.isAccessible = true
    isInUse = true
    press(key, event.repeat)
  }
  onOtherPresence(() => (isInUse = false))
  onMounted(() => window.addEventListener('keydown', onKey, { capture: true }))
  onScopeDispose(() => window.removeEventListener('keydown', onKey, { capture: true }))
}

type Pressed = Exclude<KeypadKey, 'plugged' | 'unplugged'>

function createPresses(): (key: Pressed, isRepeat: boolean) => void {
  const speech = useSpeech()
  const dialogs = useDialogs()
  let cursor: ReadingCursor | null = null

  /** Its code comes with the first key. */
  async function useCursor(key: keyof ReadingCursor): Promise<void> {
    if (!cursor) {
      const { createReadingCursor } = await import('./cursor.ts')
      cursor ??= createReadingCursor({ texts: () => (speech.isOn ? 'all' : 'outOfSight'), onWrapped: (to) => (speech.wrapped = to) })
    }
    cursor[key]()
  }
  function help(): void {
    if (!speech.isOffered) dialogs.shown = 'accessibility'
    else if (speech.isOn) speech.helps += 1
    else speech.begin()
  }
  return (key, isRepeat) => {
    if (isRepeat && (key === 'activate' || key === 'help')) return
    if (key === 'help') help()
    else void useCursor(key)
  }
}
