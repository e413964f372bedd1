import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sizeOf, wordsOf, type Doc, type Engine } from './engine.ts';

const CREATE = `CREATE VIRTUAL TABLE docs USING
  fts5(id UNINDEXED, title, abstract, tokenize = 'porter unicode61')`;
const TITLE_WEIGHT = 5;
const FIND = `SELECT id FROM docs WHERE docs MATCH ?
  ORDER BY bm25(docs, 0, ${TITLE_WEIGHT}, 1) LIMIT ?`;

const fill = (db: DatabaseSync, docs: readonly Doc[]): void => {
  db.exec(CREATE);
  const insert = db.prepare('INSERT INTO docs VALUES (?, ?, ?)');
  db.exec('BEGIN');
  for (const { id, title, abstract } of docs) insert.run(id, title, abstract);
  db.exec("COMMIT; INSERT INTO docs(docs) VALUES ('optimize'); VACUUM");
};

/** The full-text search of the database: Porter stems, BM25, words as alternatives. */
export const sqlite: Engine = {
  name: 'SQLite FTS5 porter',
  build: async (docs) => {
    const dir = await mkdtemp(join(tmpdir(), 'bench-sqlite-'));
    const file = join(dir, 'docs.db');
    const db = new DatabaseSync(file);
    fill(db, docs);
    const statement = db.prepare(FIND);
    return {
      find: (text, limit) => {
        const terms = wordsOf(text).map((word) => `"${word}"`);
        if (terms.length === 0) return [];
        return statement.all(terms.join(' OR '), limit).map(({ id }) => String(id));
      },
      shipped: async () => sizeOf([await readFile(file)]),
      close: async () => {
        db.close();
        await rm(dir, { recursive: true });
      },
    };
  },
};
