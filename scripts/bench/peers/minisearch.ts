import { loadPeer, sizeOf, type Doc, type Engine } from './engine.ts';

type Options = {
  readonly prefix?: boolean;
  readonly fuzzy?: number;
  readonly boost?: { readonly title: number };
};
type MiniSearch = {
  readonly addAll: (docs: readonly Doc[]) => void;
  readonly search: (text: string, options: Options) => readonly { readonly id: string }[];
};
type Module = { readonly default: new (options: { fields: readonly string[] }) => MiniSearch };

const withOptions = (name: string, options: Options): Engine => ({
  name,
  build: async (docs) => {
    const { default: MiniSearch } = await loadPeer<Module>('minisearch');
    const index = new MiniSearch({ fields: ['title', 'abstract'] });
    index.addAll(docs);
    return {
      find: (text, limit) =>
        index
          .search(text, options)
          .slice(0, limit)
          .map(({ id }) => id),
      shipped: () => sizeOf([JSON.stringify(index)]),
    };
  },
});

export const miniSearchPlain = withOptions('MiniSearch plain', {});
/** What its guide shows for search as one types. */
export const miniSearchUsual = withOptions('MiniSearch usual', {
  prefix: true,
  fuzzy: 0.2,
  boost: { title: 2 },
});
