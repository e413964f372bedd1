import { WINDOW_DAYS, type Digest } from './digest.ts';
import type { Paper } from './paper.ts';
import { splitByTitle, type Part } from './partition.ts';

/** Digests of a year, the newest first. */
export type DigestYear = { readonly year: string; readonly digests: readonly Digest[] };

/** The digests as their index lists them. */
export type DigestIndex = {
  /** the newest first */
  readonly recent: readonly Digest[];
  /** years of which the index does not list all; the newest first */
  readonly years: readonly DigestYear[];
};

/** Splits digests, which come the first day first, so that no index grows beyond a year. */
export const indexDigests = (digests: readonly Digest[]): DigestIndex => {
  const newestFirst = digests.toReversed();
  const earlier = new Set(newestFirst.slice(WINDOW_DAYS).map(({ date }) => date.slice(0, 4)));
  const byYear = Map.groupBy(newestFirst, ({ date }) => date.slice(0, 4));
  return {
    recent: newestFirst.slice(0, WINDOW_DAYS),
    years: [...byYear]
      .filter(([year]) => earlier.has(year))
      .map(([year, ofYear]) => ({ year, digests: ofYear })),
  };
};

/** Digests by month, in the order given. @example monthsOf(digests) // [['2026-11', […]], ['2026-10', […]]] */
export const monthsOf = (
  digests: readonly Digest[],
): readonly (readonly [month: string, digests: readonly Digest[]])[] => [
  ...Map.groupBy(digests, ({ date }) => date.slice(0, 7)),
];

/** As many titles as a page bears beside the papers that it shows. */
const MAX_NAMED = 100;

/** The new papers that a day does not show: in parts when they are too many for its page. */
export const splitRest = ({ rest }: Digest): Part<Paper> => splitByTitle(rest, MAX_NAMED);
