import { PAGE_SIZE } from '../../../src/search/protocol.ts';
import { createSession } from '../../../src/search/search-session.ts';
import { writeSearchFiles } from '../../../src/search/search-files.ts';
import { EMPTY_STATE } from '../../../src/search/url-state.ts';
import { docsToPayload } from '../../lib/search-input.ts';
import { sizeOf, type Doc, type Engine } from './engine.ts';

/** The session that answers in the browser and in `npm run search`: filters, counts and marks included. */
export const ours: Engine = {
  name: 'Paperlight',
  build: (docs: readonly Doc[]) => {
    const payload = docsToPayload(docs);
    const session = createSession(payload);
    return {
      find: (q, limit) => {
        const { hits } = session.query({ ...EMPTY_STATE, q, page: Math.ceil(limit / PAGE_SIZE) });
        return hits.slice(0, limit).map(({ id }) => id);
      },
      shipped: async () => {
        const files = Object.values(await writeSearchFiles(payload));
        return sizeOf(files.map(({ body }) => body));
      },
    };
  },
};
