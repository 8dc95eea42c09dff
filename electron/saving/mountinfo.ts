/** A file system in the tree of files, as `/proc/self/mountinfo` says (proc_pid_mountinfo(5)). */
export interface Mount {
  id: string
  /** `8:17`, the numbers of the block device; `0:51` and the like where there is none. */
  device: string
  /** Which folder of the file system stands there: `/` but for bind mounts. */
  root: string
  folder: string
  readOnly: boolean
}

const LINE = /^(\d+) \d+ (\d+:\d+) (\S+) (\S+) (\S+)(?: \S+)* - \S+ \S* (\S+)$/

/** Those that can be seen: of two on one folder the later hides the earlier. A line that is not understood is left out. */
export function parseMountinfo(text: string): Mount[] {
  const mounts = text.split('\n').flatMap((line) => parseLine(line) ?? [])
  return [...new Map(mounts.map((mount) => [mount.folder, mount])).values()]
}

function parseLine(line: string): Mount | null {
  const [, id = '', device = '', root = '', folder = '', options = '', superOptions = ''] = LINE.exec(line) ?? []
  if (id === '') return null
  // The file system itself may be read-only under a mount that is not, and the other way round.
  const readOnly = [options, superOptions].some((list) => list.split(',').includes('ro'))
  return { id, device, root: unescape(root), folder: unescape(folder), readOnly }
}

/** Space, tab, newline, backslash and number sign stand there as `\040`, `\011`, `\012`, `\134` and `\043`. */
const unescape = (text: string): string => text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)))
