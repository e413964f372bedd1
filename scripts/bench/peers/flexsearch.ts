import { loadPeer, sizeOf, type Doc, type Engine } from './engine.ts';

type Index = {
  readonly add: (doc: Doc) => void;
  readonly search: (text: string, options: object) => readonly { readonly id: string }[];
  readonly export: (keep: (key: string, text?: string) => void) => unknown;
};
type FlexSearch = { readonly Document: new (options: object) => Index };

/** With its English encoder (stems, stop words); `suggest` lets papers pass that lack a word. */
export const flexSearch: Engine = {
  name: 'FlexSearch',
  build: async (docs) => {
    const { Document } = await loadPeer<FlexSearch>('flexsearch');
    const { default: encoder } = await loadPeer<{ readonly default: object }>('flexsearch/lang/en');
    const fields = ['title', 'abstract'].map((field) => ({ field, encoder }));
    const index = new Document({ document: { id: 'id', index: fields } });
    for (const doc of docs) index.add(doc);
    return {
      find: (text, limit) =>
        index.search(text, { limit, suggest: true, merge: true }).map(({ id }) => id),
      shipped: async () => {
        const files: string[] = [];
        await index.export((_key, text = '') => files.push(text));
        return sizeOf(files);
      },
    };
  },
};
