import type { OfflineAnswer, OfflineQuestion } from '../../domain/offline-protocol.ts';

/** A worker that was stopped in the middle answers nobody. */
const LONGEST_MS = 120_000;
const STOPPED: OfflineAnswer = { type: 'failed', failure: 'browser' };

/** Asks the service worker of this site, which must be there. */
export const askWorker = async (question: OfflineQuestion): Promise<OfflineAnswer> => {
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(STOPPED), LONGEST_MS);
    port1.onmessage = ({ data }: MessageEvent<OfflineAnswer>) => {
      clearTimeout(timer);
      port1.close();
      resolve(data);
    };
    active?.postMessage(question, [port2]);
  });
};

/** Waits for the service worker; resolves to whether there is one. */
export const isWorkerThere = (patienceMs: number): Promise<boolean> =>
  Promise.race([
    navigator.serviceWorker.ready.then(() => true),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), patienceMs)),
  ]);
