import type { Clock } from '../clock.ts'
import { createLinuxMedia } from './linuxMedia.ts'
import { noMedia, type RemovableMedia } from './medium.ts'

/** The machine's own. None on Windows, where looking for sticks was never tried: there, only the branch's folder is offered. */
export const openRemovableMedia = (parts: { clock: Clock; isAttended: () => boolean }): RemovableMedia =>
  process.platform === 'linux' ? createLinuxMedia(parts) : noMedia
