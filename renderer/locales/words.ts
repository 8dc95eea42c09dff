/// <reference types="vite/client" />
/** The same messages in another language: every key, any words. */
export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> }

/** A variant of a language: only what differs. */
export type SomeWords<T> = { readonly [K in keyof T]?: T[K] extends string ? string : SomeWords<T[K]> }

/** The messages of a locale, as vue-i18n takes them. */
export interface Messages {
  [key: string]: string | Messages
}

/** Puts what each file of a locale says under the file's name: `./en/pay.ts` under `pay`. */
export const byFile = (files: Record<string, Messages>): Messages =>
  Object.fromEntries(Object.entries(files).map(([path, words]) => [path.replace(/^.*\/|\.ts$/gu, ''), words]))
