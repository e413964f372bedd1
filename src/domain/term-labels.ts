/** How often a term is written in each way. */
type Surfaces = ReadonlyMap<string, number>;
type Counted = readonly [text: string, count: number];

/** A spelling with fewer capitals is taken when at least this share of the writings has it. */
const MIN_SHARE = 0.2;

const capitalsIn = (text: string): number => text.match(/\p{Lu}/gu)?.length ?? 0;

/** The one that stands more often; the shorter of two alike; then in code unit order. */
const byCount = ([a, countA]: Counted, [b, countB]: Counted): number =>
  countB - countA || a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

/** The writings that differ in capitals alone, with how often they stand together. */
const groupByLetters = (surfaces: Surfaces): readonly (readonly [Counted, readonly Counted[]])[] =>
  [...Map.groupBy(surfaces, ([text]) => text.toLowerCase())].map(([lower, group]) => [
    [lower, group.reduce((sum, [, count]) => sum + count, 0)],
    group,
  ]);

/**
 * What readers call a term: the form in which it mostly stands, without the capitals that it has only in
 * titles and at the beginning of sentences.
 * @example labelOf(new Map([['KV cache', 5], ['KV Cache', 3], ['KV caches', 2]])) // 'KV cache'
 */
export const labelOf = (surfaces: Surfaces): string => {
  const [most] = groupByLetters(surfaces).toSorted(([a], [b]) => byCount(a, b));
  if (most === undefined) return '';
  const [[, total], group] = most;
  const [label] = group
    .filter(([, count]) => count >= MIN_SHARE * total)
    .toSorted((a, b) => capitalsIn(a[0]) - capitalsIn(b[0]) || byCount(a, b));
  return label?.[0] ?? '';
};
