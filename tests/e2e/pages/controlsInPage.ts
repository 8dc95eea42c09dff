/** Runs within the page, as a script: what a person touches is large enough for a finger. */
import { isShown, isZoomed, place } from './amissInPage.ts'

const CONTROLS = 'button, a[href], [role=option], input'
/** CSS pixels. */
const LEAST = { width: 48, height: 56 }

export function smallControls(): string[] {
  if (isZoomed()) return []
  return [...place().querySelectorAll(CONTROLS)].filter(isShown).flatMap((control) => {
    const { width, height } = control.getBoundingClientRect()
    const isSmall = height < LEAST.height || width < LEAST.width
    return isSmall ? [`small: "${control.textContent.trim().slice(0, 48)}" ${Math.round(width)}×${Math.round(height)}`] : []
  })
}
