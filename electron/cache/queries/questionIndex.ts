import type { Faq } from '../../../shared/utility-api/generated/types.gen.ts'
import type { WritableDb } from '../db.ts'
import { openEmptyDatabase } from '../openDatabase.ts'
import { query, statement } from '../statement.ts'

/** What of a text is searched: indexing longer ones would hold up whoever types. */
const SEARCHED = 2_000

/** The texts of frequent questions in memory, to be searched by words without capitals and accents. Closed by whoever makes it. */
export function openQuestionIndex(faqs: readonly Pick<Faq, 'question' | 'category' | 'answer'>[]): WritableDb {
  const db = openEmptyDatabase(':memory:')
  db.exec(`
    CREATE VIRTUAL TABLE entry USING fts5(question, category, answer, tokenize = 'unicode61 remove_diacritics 2');
    CREATE VIRTUAL TABLE word USING fts5vocab(entry, 'row');
  `)
  const insert = statement<[number, string, string, string], void>(db, 'INSERT INTO entry (rowid, question, category, answer) VALUES (?, ?, ?, ?)')
  db.transaction(() => {
    for (const [place, { question, category, answer }] of faqs.entries()) insert.run(place, question, category, answer.slice(0, SEARCHED))
  })()
  return db
}

/** Every word of the texts, with the number of texts that have it. */
export const indexedWords = (db: WritableDb): Map<string, number> =>
  new Map(
    query<[], { term: string; doc: number }>(db, 'SELECT term, doc FROM word')
      .all()
      .map(({ term, doc }) => [term, doc]),
  )

/** The places of the texts that match an expression of FTS5, the best first: what stands in the question counts more than what stands in its answer. */
export function matchingQuestions(db: WritableDb, expression: string): number[] {
  const sql = 'SELECT rowid AS place FROM entry WHERE entry MATCH ? ORDER BY bm25(entry, 8.0, 3.0, 1.0), rowid'
  return query<[string], { place: number }>(db, sql)
    .all(expression)
    .map(({ place }) => place)
}
