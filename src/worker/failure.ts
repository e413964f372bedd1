import type { OfflineFailure } from '../domain/offline-protocol.ts';

/** Something could not be kept, for a reason that readers are told. */
export class Failure extends Error {
  readonly reason: OfflineFailure;

  constructor(reason: OfflineFailure, cause?: unknown) {
    super(`A file of the site could not be kept: ${reason}.`, { cause });
    this.reason = reason;
  }
}

/** Why an attempt to keep something failed. */
export const reasonOf = (error: unknown): OfflineFailure => {
  if (error instanceof Failure) return error.reason;
  return (error as Partial<Error> | undefined)?.name === 'QuotaExceededError' ? 'room' : 'browser';
};
