/** Imported for its effect alone: pdf.js then reads files in this thread and starts none of its own. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs'
