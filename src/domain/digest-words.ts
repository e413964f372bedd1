import { dateToText } from './dates.ts';
import type { Digest } from './digest.ts';
import { countOf } from './labels.ts';

/** The words and addresses of digests: the same on pages, in the feed and in mails. */

export const DIGEST_NAME = 'Daily digest';
export const DIGEST_LEDE = 'New papers of each day, and older ones on days without.';
export const DIGEST_PATH = '/digest/';
export const SUBSCRIBE_PATH = '/digest/subscribe/';
export const digestPath = (date: string): string => `${DIGEST_PATH}${date}/`;
/** A year's days, once the index no longer lists them. */
export const digestYearPath = (year: string): string => `${DIGEST_PATH}by/${year}/`;

/** @example digestTitle({ date: '2026-11-23', … }) // 'Digest of 23 November 2026' */
export const digestTitle = ({ date }: Pick<Digest, 'date'>): string =>
  `Digest of ${dateToText(date)}`;

export const countNew = ({ isNew, papers, rest }: Digest): number =>
  isNew ? papers.length + rest.length : 0;

/** What a day brings, in a few words: `119 new papers`, `5 papers from the collection`. */
export const digestHeadline = (digest: Digest): string =>
  digest.isNew
    ? countOf(countNew(digest), 'new paper')
    : `${countOf(digest.papers.length, 'paper')} from the collection`;

/** What a reader of the day is told first. */
export const digestLede = (digest: Digest): string => {
  const { isNew, papers, rest } = digest;
  if (!isNew)
    return `No new papers on this day. Instead, ${countOf(papers.length, 'paper')} from the collection whose turn it is.`;
  const all = countOf(countNew(digest), 'new paper');
  return rest.length === 0
    ? `${all}.`
    : `${all}: ${papers.length} of them here, the others linked below.`;
};
