import type { CDPSession } from '@playwright/test';

/** Tells what the JavaScript of a page and of the workers that it started holds, garbage collected before. */
export type HeapWatch = { readonly bytes: () => Promise<number> };

type HeapUsage = { readonly usedSize: number };
type Method = 'HeapProfiler.collectGarbage' | 'Runtime.getHeapUsage';

const PATIENCE_MS = 20_000;

/** Speaks with the workers through the page's session, for Playwright keeps theirs to itself. */
class WorkerLine {
  readonly #session: CDPSession;
  readonly #workers = new Set<string>();
  readonly #waiting = new Map<number, (result: unknown) => void>();
  #asked = 0;

  constructor(session: CDPSession) {
    this.#session = session;
    session.on('Target.attachedToTarget', ({ sessionId }) => this.#workers.add(sessionId));
    session.on('Target.detachedFromTarget', ({ sessionId }) => this.#workers.delete(sessionId));
    session.on('Target.receivedMessageFromTarget', ({ message }) => {
      const { id, result } = JSON.parse(message) as { id?: number; result?: unknown };
      if (id !== undefined) this.#waiting.get(id)?.(result);
    });
  }

  askAll(method: Method): Promise<readonly unknown[]> {
    return Promise.all([...this.#workers].map((worker) => this.#ask(worker, method)));
  }

  #ask(sessionId: string, method: Method): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = ++this.#asked;
      const timer = setTimeout(() => reject(new Error('A worker does not answer.')), PATIENCE_MS);
      this.#waiting.set(id, (result) => {
        clearTimeout(timer);
        resolve(result);
      });
      const message = JSON.stringify({ id, method });
      this.#session.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
  }
}

/** Follows a page and every worker that it starts from now on. */
export const watchHeap = async (session: CDPSession): Promise<HeapWatch> => {
  const workers = new WorkerLine(session);
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  return {
    bytes: async () => {
      await session.send('HeapProfiler.collectGarbage');
      await workers.askAll('HeapProfiler.collectGarbage');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      const others = (await workers.askAll('Runtime.getHeapUsage')) as readonly HeapUsage[];
      return others.reduce((sum, other) => sum + other.usedSize, usedSize);
    },
  };
};
