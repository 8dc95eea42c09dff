/** A document to look at. The id names its bytes, so that they are read once for all of its pages. */
export interface Viewed {
  id: string
  /** Shared with the thread, and not copied for each page. */
  pdf: Uint8Array<SharedArrayBuffer>
}

/** In points. */
export interface PageSize {
  width: number
  height: number
}

export interface DrawnPage {
  png: Uint8Array
  /** In reading order, a line for each that stands on the page. */
  text: string
}

/** What the preview's thread is asked, and what it answers to each question. */
export type PreviewJobs = {
  pages: { question: Viewed; answer: PageSize[] }
  page: { question: Viewed & { page: number; width: number }; answer: DrawnPage }
}
