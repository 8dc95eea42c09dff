import type { Account } from '../../../shared/utility-api/generated/types.gen.ts'
import { wordColumns } from '../../search/accountWords.ts'
import type { Migration } from '../migrate.ts'

/**
 * The clerks' search (decision 44): the words of each account beside it, an index of them, and a dictionary of the words of names and addresses. The
 * index holds no copy of the words, and takes the old ones when a row changes: so nothing is left of an account that was erased
 * (`secure-delete`). Accounts that were stored before are indexed here, those of a load under way too.
 */
export const accountSearch: Migration = {
  version: 210,
  name: 'account-search',
  up(db) {
    for (const [column, wordsOf] of Object.entries(wordColumns)) db.function(column, (data) => wordsOf(JSON.parse(String(data)) as Account))
    const isStaged = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'stage_account'").get() !== undefined
    for (const stage of isStaged ? ['', 'stage_'] : ['']) {
      db.exec(`
        ALTER TABLE ${stage}account ADD COLUMN name_words TEXT;
        ALTER TABLE ${stage}account ADD COLUMN place_words TEXT;
        ALTER TABLE ${stage}account ADD COLUMN key_words TEXT;
        UPDATE ${stage}account SET name_words = name_words(data), place_words = place_words(data), key_words = key_words(data) WHERE deleted = 0;
        CREATE VIRTUAL TABLE ${stage}account_search USING fts5 (
          name, place, keys, content = '', columnsize = 0, detail = column, tokenize = 'ascii'
        );
        INSERT INTO ${stage}account_search (${stage}account_search, rank) VALUES ('secure-delete', 1);
        INSERT INTO ${stage}account_search (rowid, name, place, keys)
          SELECT rowid, name_words, place_words, key_words FROM ${stage}account WHERE deleted = 0;
        CREATE TABLE ${stage}account_word (id INTEGER PRIMARY KEY AUTOINCREMENT, word TEXT NOT NULL UNIQUE) STRICT;
        INSERT INTO ${stage}account_word (word)
          SELECT value FROM ${stage}account, json_each(name_words) WHERE deleted = 0 AND value NOT GLOB '*[0-9]*'
          UNION SELECT value FROM ${stage}account, json_each(place_words) WHERE deleted = 0 AND value NOT GLOB '*[0-9]*';
      `)
    }
  },
}
