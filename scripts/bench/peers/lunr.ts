import { loadPeer, sizeOf, type Doc, type Engine } from './engine.ts';

type Builder = {
  ref(field: string): void;
  field(name: string): void;
  add(doc: Doc): void;
};
type Query = { term(terms: unknown, options: object): void };
type Lunr = {
  (build: (this: Builder) => void): {
    query(ask: (query: Query) => void): readonly { readonly ref: string }[];
  };
  tokenizer(text: string): unknown;
};

/** Stems and leaves out stop words of its own accord; terms are alternatives. */
export const lunrEngine: Engine = {
  name: 'lunr',
  build: async (docs) => {
    const { default: lunr } = await loadPeer<{ readonly default: Lunr }>('lunr');
    const index = lunr(function () {
      this.ref('id');
      this.field('title');
      this.field('abstract');
      for (const doc of docs) this.add(doc);
    });
    return {
      // `query` takes words as they are, where `search` would read signs as operators
      find: (text, limit) =>
        index
          .query((query) => query.term(lunr.tokenizer(text), {}))
          .slice(0, limit)
          .map(({ ref }) => ref),
      shipped: () => sizeOf([JSON.stringify(index)]),
    };
  },
};
