import { isObject } from '../../../src/domain/is-object.ts';

type Placed = { readonly word: string; readonly at: number };

// longer than any abstract: what has more words is none
const MOST_WORDS = 20_000;

const isPosition = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

const placesOf = ([word, positions]: readonly [string, unknown]): readonly Placed[] =>
  Array.isArray(positions) ? positions.filter(isPosition).map((at) => ({ word, at })) : [];

/**
 * Rebuilds an abstract from the positions of its words. Only their order counts: a position without word leaves
 * nothing, of several words at one position the first stays, and a position a billion words on costs no more than
 * the next.
 * @example readInverted({ are: [1], Tides: [0, 3], tides: [2] }) // 'Tides are tides Tides'
 */
export const readInverted = (index: unknown): string => {
  if (!isObject(index)) return '';
  const placed = Object.entries(index)
    .flatMap(placesOf)
    .toSorted((a, b) => a.at - b.at)
    .slice(0, MOST_WORDS);
  return placed
    .filter(({ at }, order) => at !== placed[order - 1]?.at)
    .map(({ word }) => word)
    .join(' ');
};
