import type { Piece } from './analyze.ts';
import { gluedKeyOf, keyOf, MAX_LABEL_WORDS, type Knowledge } from './concepts.ts';
import { toEveryday } from './everyday-words.ts';
import type { Label, Meaning } from './meaning.ts';

/** A name that was typed: `pieces.slice(from, to)`, and how surely it is meant, up to 1. */
export type FoundMeaning = {
  readonly meaning: Meaning;
  readonly label: Label;
  /** the words of the name */
  readonly typed: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly certainty: number;
};

/** Words read for names: more than a question has, for a pasted page is none. */
const MAX_READ = 100;
/** Names that one query may have. */
const MAX_FOUND = 4;
/** Lower case may mean the acronym or a word that is spelt like it. */
const LOWER_CASE_CERTAINTY = 0.6;
/** The words of a name that do not stand in a row, and how many others may stand between them. */
const LOOSE_CERTAINTY = 0.6;
const LOOSE_GAP = 3;

const isApart = ({ gap }: Piece): boolean => gap === 'apart';

/** Whether words stand together as those of a label do: `CPU/GPU` is no `CPU GPU`. */
const standTogether = (typed: readonly Piece[], { pieces }: Label): boolean =>
  typed.every((piece, at) => {
    const own = pieces.length === typed.length ? pieces[at] : undefined;
    return at === 0 || isApart(piece) === (own !== undefined && isApart(own));
  });

const certaintyOf = (typed: readonly Piece[], { pieces, isWord }: Label): number | undefined => {
  const [first, ...more] = typed;
  const isAcronym = pieces.length === 1 && pieces[0]?.form.isCapital === true;
  // an acronym is one word: `na s` is no NAS
  if (first === undefined || (isAcronym && more.length > 0)) return undefined;
  if (more.length > 0 || first.form.isCapital) return 1;
  if (first.form.isStop || isWord === true) return undefined;
  return isAcronym ? LOWER_CASE_CERTAINTY : 1;
};

/** The names that stand in a row. */
const findInRow = (words: readonly Piece[], { byKey }: Knowledge): readonly FoundMeaning[] =>
  words.flatMap((_, from) =>
    Array.from({ length: Math.min(MAX_LABEL_WORDS, words.length - from) }, (__, more) => {
      const to = from + more + 1;
      const typed = words.slice(from, to);
      const named = byKey.get(keyOf(typed)) ?? byKey.get(gluedKeyOf(typed)) ?? [];
      return named.flatMap(({ meaning, label }) => {
        const certainty = standTogether(typed, label) ? certaintyOf(typed, label) : undefined;
        const span = { from, to, typed: typed.map(({ form }) => form.word) };
        return certainty === undefined ? [] : [{ meaning, label, ...span, certainty }];
      });
    }).flat(),
  );

type Span = Pick<FoundMeaning, 'from' | 'to'>;
type TypedSpan = Pick<FoundMeaning, 'from' | 'to' | 'typed'>;

const lengthOf = ({ from, to }: Span): number => to - from;
const overlap = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;
const isSameSpan = (a: Span, b: Span): boolean => a.from === b.from && a.to === b.to;

/** The longest names; of those that overlap the first, and all meanings of one. */
const keepLongest = (found: readonly FoundMeaning[]): readonly FoundMeaning[] => {
  const kept: FoundMeaning[] = [];
  for (const one of found.toSorted((a, b) => lengthOf(b) - lengthOf(a) || a.from - b.from))
    if (kept.every((other) => !overlap(one, other) || isSameSpan(one, other))) kept.push(one);
  return kept;
};

/** Where all these terms stand near each other, in whatever order. */
const findNear = (words: readonly Piece[], terms: readonly string[]): TypedSpan | undefined => {
  const isOne = ({ form }: Piece) => terms.includes(toEveryday(form.term));
  const places = words.flatMap((word, at) => (isOne(word) ? [at] : []));
  for (const from of places) {
    const to = Math.min(words.length, from + terms.length + LOOSE_GAP);
    const near = words.slice(from, to);
    const last = near.findLastIndex(isOne);
    if (terms.every((term) => near.some(({ form }) => toEveryday(form.term) === term)))
      return { from, to: from + last + 1, typed: near.filter(isOne).map(({ form }) => form.word) };
  }
  return undefined;
};

/** The names whose words stand near each other; the one with the most words for each meaning. */
const findLoose = (words: readonly Piece[], { loose }: Knowledge): readonly FoundMeaning[] => {
  const typed = new Set(words.map(({ form }) => toEveryday(form.term)));
  const best = new Map<Meaning, FoundMeaning>();
  // most keys belong to a single word, and every label here has more
  const candidates =
    typed.size < 2 ? [] : loose.filter(({ terms }) => terms.every((term) => typed.has(term)));
  for (const { meaning, label, terms } of candidates.toSorted(
    (a, b) => b.terms.length - a.terms.length,
  )) {
    const span = best.has(meaning) ? undefined : findNear(words, terms);
    if (span !== undefined)
      best.set(meaning, { meaning, label, ...span, certainty: LOOSE_CERTAINTY });
  }
  return [...best.values()];
};

/** The names in some words: those in a row first, the longest, then those whose words are scattered. */
export const findMeanings = (
  words: readonly Piece[],
  knowledge: Knowledge,
): readonly FoundMeaning[] => {
  const read = words.slice(0, MAX_READ);
  const inRow = keepLongest(findInRow(read, knowledge));
  const isKnown = ({ meaning }: FoundMeaning) => inRow.some((one) => one.meaning === meaning);
  const isInside = (one: FoundMeaning) =>
    inRow.some(({ from, to }) => from <= one.from && one.to <= to);
  const loose = findLoose(read, knowledge).filter((one) => !isKnown(one) && !isInside(one));
  return [...inRow, ...loose].slice(0, MAX_FOUND);
};
