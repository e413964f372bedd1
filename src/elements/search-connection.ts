import type { SearchReply, SearchRequest } from '../search/protocol.ts';

/** A request without its number, which the connection gives. */
export type Question = SearchRequest extends infer R
  ? R extends SearchRequest
    ? Omit<R, 'request'>
    : never
  : never;

/** A way to have questions answered: through a worker, or on this thread. */
export type Connection = {
  /** always answered; by a failure once the connection is dead */
  readonly ask: (question: Question) => Promise<SearchReply>;
  readonly isDead: () => boolean;
  readonly close: () => void;
};

/** What a connection needs of a worker. */
export type WorkerPort = Pick<Worker, 'addEventListener' | 'postMessage' | 'terminate'>;

const STOPPED = 'The search stopped.';

/** Numbers questions and brings each reply to the one who asked; when the worker fails, all are told. */
export const connectWorker = (worker: WorkerPort): Connection => {
  const waiting = new Map<number, (reply: SearchReply) => void>();
  let asked = 0;
  let isDead = false;
  const die = (): void => {
    isDead = true;
    worker.terminate();
    for (const [request, resolve] of waiting) resolve({ type: 'failed', request, reason: STOPPED });
    waiting.clear();
  };
  worker.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => {
    waiting.get(data.request)?.(data);
    waiting.delete(data.request);
  });
  worker.addEventListener('error', die);
  worker.addEventListener('messageerror', die);
  return {
    ask: (question) => {
      const request = ++asked;
      if (isDead) return Promise.resolve({ type: 'failed', request, reason: STOPPED });
      return new Promise((resolve) => {
        waiting.set(request, resolve);
        worker.postMessage({ ...question, request });
      });
    },
    isDead: () => isDead,
    close: die,
  };
};

/** The same on this thread: slower for the page, but there is a search. */
export const connectService = (
  service: (request: SearchRequest) => Promise<SearchReply>,
): Connection => {
  let asked = 0;
  return {
    ask: (question) => service({ ...question, request: ++asked }),
    isDead: () => false,
    close: () => undefined,
  };
};
