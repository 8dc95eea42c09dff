import { onMounted, onScopeDispose } from 'vue'
import { onOtherVisitor } from '../../stores/forgetting.ts'
import { holdField, type HeldField } from './heldField.ts'
import { hear, quiet, type KeyPress, type ScanState } from './scanReader.ts'

/**
 * Listens for a keyboard-wedge scanner, once for all screens and before any other listener. Characters that reach a field before the scan is
 * recognised are removed again; a scan presses no button and moves no focus.
 */
export function useScanner(onScan: (text: string) => void): void {
  let state: ScanState = quiet
  let held: HeldField | null = null

  function onKey(event: KeyboardEvent): void {
    const step = hear(state, pressOf(event))
    state = step.state
    const { heard } = step
    if (heard.kind === 'key') return
    if (heard.kind === 'begins') held = holdField(event.target)
    else if (heard.kind === 'goesOn') {
      if (heard.certain && !held) keepFrom(event)
    } else {
      keepFrom(event)
      held?.putBack()
      held = null
      if (heard.kind === 'scan') onScan(heard.text)
    }
  }

  /** The next visitor must not find a half-read code. */
  onOtherVisitor(() => {
    state = quiet
    held = null
  })
  onMounted(() => window.addEventListener('keydown', onKey, { capture: true }))
  onScopeDispose(() => window.removeEventListener('keydown', onKey, { capture: true }))
}

/** Keeps the key press from the page and from the browser. */
function keepFrom(event: KeyboardEvent): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}

const pressOf = (event: KeyboardEvent): KeyPress => ({
  key: event.key,
  code: event.code,
  at: event.timeStamp,
  repeat: event.repeat,
  command: (event.ctrlKey || event.altKey || event.metaKey) && !event.getModifierState('AltGraph'),
})
