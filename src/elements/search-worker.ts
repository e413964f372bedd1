import type { SearchRequest } from '../search/protocol.ts';
import { createSearchService } from './search-service.ts';

// the main thread's types name `self` a window; of a worker's own, only its address differs
const answer = createSearchService(self.location.href);

self.addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => {
  void answer(data).then((reply) => {
    self.postMessage(reply);
  });
});
