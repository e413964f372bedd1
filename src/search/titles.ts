import type { Query } from './query.ts';

/** Above every score by words, which are at most 1. */
const LIFT = 2;
/** Still above them, below a title typed as it is. */
const SLIP_LIFT = 1;
const START_LIFT = 0.25;
/** Folded titles shorter than this have no letter to spare. */
const LEAST_LETTERS = 12;
/** Letters that a slip of the finger touches: two are swapped. */
const SLIP = 2;

/**
 * Whether two texts differ in one place, by a slip of the finger.
 * @example differByASlip('quantization', 'quantizatoin') // true
 */
export const differByASlip = (a: string, b: string): boolean => {
  const least = Math.min(a.length, b.length);
  const most = Math.max(a.length, b.length);
  if (most - least > SLIP) return false;
  let before = 0;
  while (before < least && a[before] === b[before]) before += 1;
  let after = 0;
  while (after < least - before && a.at(-1 - after) === b.at(-1 - after)) after += 1;
  return most - before - after <= SLIP;
};

const liftOf = (title: string, { folded, words }: Query): number => {
  if (title === folded) return LIFT;
  if (folded.length >= LEAST_LETTERS && differByASlip(title, folded)) return SLIP_LIFT;
  return words.length > 1 && title.startsWith(folded) ? START_LIFT : 0;
};

/** Lifts the papers whose title was typed: in full, with a letter wrong, or from its start. */
export const liftTitles = (titles: readonly string[], query: Query, scores: Float64Array): void => {
  const { folded, words } = query;
  if (folded === '') return;
  const mayStart = words.length > 1;
  for (let doc = 0; doc < titles.length; doc += 1) {
    const title = titles[doc] ?? '';
    const more = title.length - folded.length;
    // told by length alone for nearly all of ten thousand titles
    if (more < -SLIP || (more > SLIP && !mayStart)) continue;
    const lift = liftOf(title, query);
    if (lift > 0) scores[doc] = (scores[doc] ?? 0) + lift;
  }
};
