/** What pages ask of the service worker. Each question comes with a port to answer through. */
export type OfflineQuestion =
  | { readonly type: 'status' }
  /** keep the next files of the whole site; asked again until there are no more */
  | { readonly type: 'keep' }
  /** forget pages that were read, and the whole site */
  | { readonly type: 'remove' }
  /** forget everything and stop */
  | { readonly type: 'leave' }
  /** a page that was open before the worker was there, and what it loaded: absolute addresses */
  | { readonly type: 'visited'; readonly addresses: readonly string[] }
  /** let the version that waits take over */
  | { readonly type: 'take-over' };

/** How far the reader's wish to keep the whole site got. */
export type Keeping = 'no' | 'begun' | 'whole';

/**
 * Why something could not be kept: no network, no room, the site has become another one meanwhile, or the
 * browser failed.
 */
export type OfflineFailure = 'network' | 'room' | 'renewed' | 'browser';

export type KeptPage = {
  /** below the site */
  readonly address: string;
  readonly title: string;
};

export type OfflineAmount = {
  readonly files: number;
  readonly pages: number;
  readonly bytes: number;
};

export type OfflineStatus = {
  readonly keeping: Keeping;
  /** all that can be kept */
  readonly whole: OfflineAmount;
  /** what of it is here */
  readonly kept: OfflineAmount;
  /** some of the pages, while the whole is not kept */
  readonly pages: readonly KeptPage[];
  /** a newer version found no room beside what is kept */
  readonly isCramped: boolean;
};

export type OfflineAnswer =
  | { readonly type: 'status'; readonly status: OfflineStatus }
  | { readonly type: 'kept'; readonly files: number; readonly bytes: number; readonly left: number }
  | { readonly type: 'failed'; readonly failure: OfflineFailure }
  | { readonly type: 'done' };

/** Where the browser remembers that the reader wants nothing kept. */
export const OFFLINE_OFF_KEY = 'paperlight-offline-off';
