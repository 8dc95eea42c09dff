/** Something with a file system on it that a person plugged in. */
export interface Medium {
  /** The same for as long as it stays where it is; another after it was pulled out, though it be the same stick. */
  key: string
  /** Where its files are. */
  folder: string
  /** What its owner called it, or else its maker; may be empty. Words of a stranger: without control characters, and short. */
  name: string
  /** `st_dev` of every file on it: tells it from the empty folder that is left when it is gone. */
  device: number
}

/** The sticks that are plugged in, mounted and writable. */
export interface RemovableMedia {
  /** Never waits for a medium. Rejects where the system does not say. */
  list(): Promise<Medium[]>
  /** Calls when what `list` answers may have changed; the answer ends it. */
  watch(onChange: () => void): () => void
}

/** Where we do not know how to find any, as on Windows: only the branch's folder is offered there. */
export const noMedia: RemovableMedia = {
  list: () => Promise.resolve([]),
  watch: () => () => undefined,
}
