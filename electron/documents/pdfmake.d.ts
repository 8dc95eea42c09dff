import 'pdfmake'

declare module 'pdfmake' {
  /** Files that pdfmake finds before those of the disk; its types know of it in the browser alone. */
  export const virtualfs: { writeFileSync(name: string, content: Uint8Array): void }
}
