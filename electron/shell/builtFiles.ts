import { fileURLToPath } from 'node:url'

/** From the sources this file stands in `electron/shell`, from a build all of it stands flat in `dist/main`. */
const built = import.meta.url.endsWith('.ts') ? '../../dist' : '..'

const place = (path: string): string => fileURLToPath(new URL(`${built}/${path}`, import.meta.url))

/** The page as Vite built it. */
export const PAGE_FOLDER = place('renderer')

/** The preload script as rolldown built it. */
export const PRELOAD_FILE = place('preload.cjs')
