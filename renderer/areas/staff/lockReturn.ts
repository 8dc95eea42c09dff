import { watch } from 'vue'
import { useClerk } from '../../stores/clerk.ts'
import { afterPaint } from '../../ui/afterPaint.ts'

/** Gives the focus back to the control that had it when the screen was locked. */
export function useLockReturn(): void {
  const clerk = useClerk()
  let control: HTMLElement | null = null
  watch(
    () => clerk.isLocked,
    (isLocked) => {
      if (isLocked) control = document.activeElement instanceof HTMLElement ? document.activeElement : null
      else afterPaint(() => control?.focus({ preventScroll: true }))
    },
    // Before what is covered loses the focus.
    { flush: 'sync' },
  )
}
