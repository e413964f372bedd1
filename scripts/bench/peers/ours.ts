import type { Names } from '../../../src/search/names.ts';
import type { SearchPayload } from '../../../src/search/payload.ts';
import { PAGE_SIZE } from '../../../src/search/protocol.ts';
import { createSession } from '../../../src/search/search-session.ts';
import { writeSearchFiles } from '../../../src/search/search-files.ts';
import { EMPTY_STATE } from '../../../src/search/url-state.ts';
import { docsToPayload } from '../../lib/search-input.ts';
import { sizeOf, type Doc, type Engine } from './engine.ts';

/** The session that answers in the browser and in `npm run search`: filters, counts and marks included. */
export const oursOf = (payload: Required<SearchPayload>, names?: Names): Engine => ({
  name: 'Paperlight',
  build: () => {
    const session = createSession(payload, names);
    return {
      find: (q, limit) => {
        const { hits } = session.query({ ...EMPTY_STATE, q, page: Math.ceil(limit / PAGE_SIZE) });
        return hits.slice(0, limit).map(({ id }) => id);
      },
      shipped: async () => {
        const files = Object.values(await writeSearchFiles(payload, names));
        return sizeOf(files.map(({ body }) => body));
      },
    };
  },
});

/** Ours over papers without a glossary. */
export const ours: Engine = {
  name: 'Paperlight',
  build: (docs: readonly Doc[]) => oursOf(docsToPayload(docs)).build(docs),
};
