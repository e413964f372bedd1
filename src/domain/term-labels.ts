/** How often a term is written in each way. */
export type Surfaces = ReadonlyMap<string, number>;
type Counted = readonly [text: string, count: number];

/** A word is plain when at least this share of its writings has no capital. */
const PLAIN_SHARE = 0.2;

const CAPITALIZED = /(?<![\p{L}\p{N}])\p{Lu}(?:[\p{Ll}\p{M}'’]*)(?![\p{L}\p{N}])/gu;
const WORD = /[\p{L}\p{N}\p{M}'’]+/gu;

/** The one that stands more often; the shorter of two alike; then in code unit order. */
const byCount = ([a, countA]: Counted, [b, countB]: Counted): number =>
  countB - countA || a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

/**
 * The words, in lower case, that have capitals only in titles and at the beginning of sentences, judged by all
 * writings of all terms.
 */
export const plainWords = (terms: Iterable<Surfaces>): ReadonlySet<string> => {
  const lower = new Map<string, number>();
  const all = new Map<string, number>();
  for (const surfaces of terms)
    for (const [text, count] of surfaces)
      for (const [word] of text.matchAll(WORD)) {
        const key = word.toLowerCase();
        all.set(key, (all.get(key) ?? 0) + count);
        if (word === key) lower.set(key, (lower.get(key) ?? 0) + count);
      }
  return new Set(
    [...lower]
      .filter(([word, count]) => count >= PLAIN_SHARE * (all.get(word) ?? 0))
      .map(([w]) => w),
  );
};

const mostOf = (counted: readonly Counted[]): string => counted.toSorted(byCount)[0]?.[0] ?? '';

/** What is written most, whatever its capitals, and among its capitals those written most. */
const mostWritten = (surfaces: Surfaces): string => {
  const byLetters = Map.groupBy(surfaces, ([text]) => text.toLowerCase());
  const totals = [...byLetters].map(([lower, group]): Counted => [
    lower,
    group.reduce((sum, [, count]) => sum + count, 0),
  ]);
  return mostOf(byLetters.get(mostOf(totals)) ?? []);
};

/**
 * What readers call a term: the form in which it mostly stands, its plain words without capitals.
 * @example labelOf(new Map([['KV Cache', 5], ['KV caches', 2]]), new Set(['cache'])) // 'KV cache'
 */
export const labelOf = (surfaces: Surfaces, plain: ReadonlySet<string>): string =>
  mostWritten(surfaces).replace(CAPITALIZED, (word) => {
    const lower = word.toLowerCase();
    return plain.has(lower) ? lower : word;
  });
