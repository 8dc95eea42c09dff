/**
 * Where fields scroll, all of this one comes into view: its label, the control, and what is said to be wrong with it, which comes first should
 * there not be room for everything.
 */
export function reveal(control: Element): void {
  const field = control.closest('.field, .select')
  for (const part of [field, field?.querySelector('[role=alert]')]) part?.scrollIntoView({ block: 'nearest' })
}
