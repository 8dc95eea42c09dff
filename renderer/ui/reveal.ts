/** What is wrong with other fields comes into view first, the last of them before the others, so that as much of it as has room stays there. */
export function revealWrong(): void {
  for (const error of [...document.querySelectorAll(':is(.field, .select) [role=alert]')].reverse()) error.scrollIntoView({ block: 'nearest' })
}

/**
 * Where fields scroll, all of this one comes into view: its label, the control, and what is said to be wrong with it, which comes first should
 * there not be room for everything.
 */
export function reveal(control: Element): void {
  const field = control.closest('.field, .select')
  for (const part of [field, field?.querySelector('[role=alert]')]) part?.scrollIntoView({ block: 'nearest' })
}
