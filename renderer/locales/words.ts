/** The same messages in another language: every key, any words. */
export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> }

/** A variant of a language: only what differs. */
export type SomeWords<T> = { readonly [K in keyof T]?: T[K] extends string ? string : SomeWords<T[K]> }
