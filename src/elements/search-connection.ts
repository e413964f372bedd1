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

/**
 * A worker that said nothing for so long while something is asked is asked for a sign of life, and given up
 * after as long again: it works in short steps, so even a busy one answers at once.
 */
export const SILENCE_MS = 6000;

/** Calls `ask` after a silence, `giveUp` after two in a row, as long as `isWaiting`. */
const watchSilence = (isWaiting: () => boolean, ask: () => void, giveUp: () => void) => {
  let silences = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    timer = undefined;
    if (!isWaiting()) return;
    silences += 1;
    if (silences > 1) return giveUp();
    ask();
    begin();
  };
  const begin = (): void => {
    timer ??= setTimeout(look, SILENCE_MS);
  };
  return {
    begin,
    hear: (): void => {
      silences = 0;
    },
  };
};

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
  const send = (question: Question): number => {
    worker.postMessage({ ...question, request: ++asked });
    return asked;
  };
  const silence = watchSilence(
    () => waiting.size > 0,
    () => send({ type: 'ping' }),
    die,
  );
  worker.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => {
    silence.hear();
    waiting.get(data.request)?.(data);
    waiting.delete(data.request);
  });
  worker.addEventListener('error', die);
  worker.addEventListener('messageerror', die);
  return {
    ask: (question) => {
      if (isDead) return Promise.resolve({ type: 'failed', request: 0, reason: STOPPED });
      silence.begin();
      return new Promise((resolve) => waiting.set(send(question), resolve));
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
