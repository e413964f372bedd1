import { loadPeer, sizeOf, type Doc, type Engine } from './engine.ts';

type Fuse = {
  readonly search: (text: string, options: { limit: number }) => readonly { readonly item: Doc }[];
  readonly getIndex: () => { readonly toJSON: () => unknown };
};
type Module = { readonly default: new (docs: readonly Doc[], options: object) => Fuse };

const withOptions = (name: string, options: object): Engine => ({
  name,
  build: async (docs) => {
    const { default: Fuse } = await loadPeer<Module>('fuse.js');
    const keys = [{ name: 'title', weight: 2 }, { name: 'abstract' }];
    const fuse = new Fuse(docs, { keys, ...options });
    return {
      find: (text, limit) => fuse.search(text, { limit }).map(({ item }) => item.id),
      // its index only points at papers, which it needs as well
      shipped: () => sizeOf([JSON.stringify(fuse.getIndex().toJSON()), JSON.stringify(docs)]),
    };
  },
});

export const fuse = withOptions('Fuse.js', {});
/** What its guide proposes for several words; slow. */
export const fuseTokens = withOptions('Fuse.js by tokens', { useTokenSearch: true });
