import type { OfflineFailure } from '../../domain/offline-protocol.ts';
import { askWorker } from './connection.ts';
import type { Amount } from './words.ts';

/**
 * Has the worker keep a few files at a time until all are here, something fails or the reader stops it.
 * Resolves to the failure. What is here already stays and is not loaded again.
 */
export const keepAll = async (
  stopping: AbortSignal,
  tell: (here: Amount) => void,
): Promise<OfflineFailure | undefined> => {
  // what the reader asked for should not be the first thing that a full browser forgets
  await navigator.storage.persist().catch(() => false);
  while (!stopping.aborted) {
    const answer = await askWorker({ type: 'keep' });
    if (answer.type === 'failed') return answer.failure;
    if (answer.type !== 'kept' || answer.left === 0) return undefined;
    tell(answer);
  }
  return undefined;
};
