/** The socket for headphones. */
export interface HeadphoneJack {
  /** False also where nothing tells. */
  isPlugged(): boolean
  /** Ends the watch. */
  stop(): void
}

/** Where nobody could hear anything. */
export const noHeadphoneJack: HeadphoneJack = { isPlugged: () => false, stop: () => undefined }
