import { onMounted, onScopeDispose } from 'vue'
import { onOtherVisitor } from '../../stores/forgetting.ts'
import { holdField, type HeldField } from './heldField.ts'
import { hear, quiet, type KeyPress, type ScanState } from './scanReader.ts'

/**
 * Listens for a scanner that types, in one place for all screens, before anything else hears its keys. What it types into a field until it is
 * known for one is taken out again; it presses no button and moves no focus.
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

  /** Nothing of it stays for the next visitor. */
  onOtherVisitor(() => {
    state = quiet
    held = null
  })
  onMounted(() => window.addEventListener('keydown', onKey, { capture: true }))
  onScopeDispose(() => window.removeEventListener('keydown', onKey, { capture: true }))
}

/** From the page and the browser. */
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
