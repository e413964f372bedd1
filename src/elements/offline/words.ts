import { bytesToText } from '../../domain/byte-size.ts';
import { countOf } from '../../domain/labels.ts';
import type { OfflineFailure, OfflineStatus } from '../../domain/offline-protocol.ts';

/** What readers are told of what their browser keeps. */

export type Amount = { readonly files: number; readonly bytes: number };

/** @example keepLabel(942_000) // 'Keep this site offline, 942 kB' */
export const keepLabel = (bytes: number): string => `Keep this site offline, ${bytesToText(bytes)}`;

/** @example '120 of 370 files, 2.1 MB of 7.4 MB' */
export const amountText = (here: Amount, whole: Amount): string =>
  `${here.files} of ${countOf(whole.files, 'file')}, ${bytesToText(here.bytes)} of ${bytesToText(whole.bytes)}`;

export const statusText = ({ keeping, whole, kept }: OfflineStatus): string => {
  if (keeping === 'whole')
    return `The whole site is kept in this browser: ${countOf(whole.pages, 'page')}, ${bytesToText(whole.bytes)}. Search, reading list and map work without a network, too.`;
  if (keeping === 'begun')
    return `The site is kept in part: ${amountText(kept, whole)}. “Go on” loads the rest.`;
  if (kept.pages === 0) return 'No page is kept yet. Pages that you read are kept from now on.';
  return `Kept so far: ${countOf(kept.pages, 'page')} that you have read, ${bytesToText(kept.bytes)}.`;
};

export const failureText = (failure: OfflineFailure, bytes: number): string => {
  switch (failure) {
    case 'network':
      return 'The download stopped, for a file did not come. Go on when the network is back.';
    case 'room':
      return `There is no room for ${bytesToText(bytes)} in this browser. Nothing of the download was kept.`;
    case 'renewed':
      return 'The site has a new version, so this one cannot be kept. Load the new version, then keep it.';
    case 'browser':
      return 'This browser failed to do it. Try again, or reload the page first.';
  }
};

/** Of a list that is cut. */
export const moreText = (pages: number): string => `and ${countOf(pages, 'more page')}.`;

export const CRAMPED =
  'There is a new version of the site, but no room for it beside what is kept. Remove what is kept, then keep the new version.';

const QUARTERS = 4;

/** What is said aloud of a download at work: each quarter, and nothing in between. */
export const quarterText = (before: number, now: number, whole: number): string | undefined => {
  const [last, next] = [before, now].map((files) => Math.floor((files / whole) * QUARTERS));
  return next === last || next === undefined || next === QUARTERS
    ? undefined
    : `${(next * 100) / QUARTERS} percent`;
};
