import { loadPeer, sizeOf, wordsOf, type Doc, type Engine } from './engine.ts';

type Found = { readonly hits: readonly { readonly id: string }[] };
type Orama = {
  readonly create: (options: object) => object;
  readonly insertMultiple: (db: object, docs: readonly Doc[], batch?: number) => unknown;
  readonly search: (db: object, options: object) => Found | Promise<Found>;
  readonly save: (db: object) => unknown;
};
type StopWords = { readonly stopwords: readonly string[] };

const SCHEMA = { title: 'string', abstract: 'string' };

/** With the stemmer that it brings and its list of stop words; `threshold: 1` makes words alternatives. */
export const orama: Engine = {
  name: 'Orama',
  build: async (docs) => {
    const { create, insertMultiple, search, save } = await loadPeer<Orama>('@orama/orama');
    const { stopwords: stopWords } = await loadPeer<StopWords>('@orama/stopwords/english');
    const tokenizer = { language: 'english', stemming: true, stopWords };
    const db = create({ schema: SCHEMA, components: { tokenizer } });
    await insertMultiple(db, docs);
    return {
      find: async (text, limit) => {
        const term = wordsOf(text).join(' ');
        const found = await search(db, { term, limit, threshold: 1, boost: { title: 2 } });
        return found.hits.map(({ id }) => id);
      },
      shipped: () => sizeOf([JSON.stringify(save(db))]),
    };
  },
};
