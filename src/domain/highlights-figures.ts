import { splitClauses } from './highlights-clauses.ts';
import { scoreTie } from './highlights-ties.ts';
import {
  coverMath,
  findNumbers,
  maskTex,
  mathSpans,
  type NumberGroup,
} from './highlights-numbers.ts';
import type { PlacedSentence, Span } from './highlights-sentences.ts';
import { trimPhrase } from './highlights-phrase.ts';

/** A figure within its sentence: the phrase that tells it, the numbers in it, and how much it says. */
export type ScoredFigure = Span & { readonly numbers: readonly Span[]; readonly score: number };

/** No sentence of an abstract is this long, and no phrase worth a line. */
const MAX_SENTENCE = 1000;
const MAX_PHRASE = 200;
/** Puts an echo behind everything else. */
const ECHO = 10;
const MAX_JOINED = 260;
const MAX_WINDOW = 400;

/** How many clauses before and after its own tell a figure's measure, the nearest first. */
const REACHES = [
  [0, 0],
  [1, 0],
  [2, 0],
  [0, 1],
  [0, 2],
] as const;

const KIND_POINTS = { factor: 1.2, percent: 1, points: 0.8, rate: 0.6, quantity: 0.4, bare: 0.3 };

type Reading = {
  readonly text: string;
  readonly masked: string;
  readonly clauses: readonly Span[];
};

/** The clauses around a group that tell its measure: its own, else with those before and after it. */
const windowsAround = ({ clauses }: Reading, { start, end }: Span): readonly Span[] => {
  const first = clauses.findIndex((clause) => start < clause.end);
  const last = clauses.findLastIndex((clause) => clause.start < end);
  const own = clauses[first];
  const until = clauses[last];
  if (!own || !until) return [];
  return REACHES.map(([back, on]) => ({
    start: (clauses[first - back] ?? own).start,
    end: (clauses[last + on] ?? until).end,
  })).filter((span) => span.end - span.start <= MAX_WINDOW);
};

const SECONDARY =
  /\b(?:loss|degradation|drop|overhead|within|maintain\w*|retain\w*|negligible|using only)\b/iu;

const figureOf = (reading: Reading, group: NumberGroup): ScoredFigure | undefined => {
  for (const [at, window] of windowsAround(reading, group).entries()) {
    const before = reading.masked.slice(window.start, group.start);
    const after = reading.masked.slice(group.end, window.end);
    const tie = scoreTie(group, { before, after });
    if (tie === 0) continue;
    const span = trimPhrase(reading.masked, window, group, MAX_PHRASE);
    if (span === undefined) continue;
    const phrase = reading.masked.slice(span.start, span.end);
    const score =
      tie +
      KIND_POINTS[group.numbers[0]?.kind ?? 'bare'] -
      0.3 * at -
      (SECONDARY.test(phrase) ? 0.8 : 0);
    return { ...span, numbers: group.numbers.map(({ start, end }) => ({ start, end })), score };
  }
  return undefined;
};

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** One figure with the words and numbers of both; when that were too long, the better of the two. */
const join = (a: ScoredFigure, b: ScoredFigure): ScoredFigure => {
  const start = Math.min(a.start, b.start);
  const end = Math.max(a.end, b.end);
  const score = Math.max(a.score, b.score);
  if (end - start > MAX_JOINED) return a.score >= b.score ? a : b;
  return { start, end, numbers: [...a.numbers, ...b.numbers], score };
};

/** Figures whose phrases share words become one. */
const joinOverlapping = (figures: readonly ScoredFigure[]): readonly ScoredFigure[] => {
  const joined: ScoredFigure[] = [];
  for (const figure of figures) {
    let next = figure;
    // a phrase may reach back over more than one
    for (let last = joined.at(-1); last && overlap(last, next); last = joined.at(-1)) {
      joined.pop();
      next = join(last, next);
    }
    joined.push(next);
  }
  return joined;
};

const wordsOf = (text: string, { start, end }: Span): readonly string[] =>
  text
    .slice(start, end)
    .toLowerCase()
    .match(/\p{L}{2,}/gu) ?? [];

/** Lowers the figures that say nothing but words of a better one: a second `2.7× speedup` tells little. */
const lowerEchoes = (text: string, figures: readonly ScoredFigure[]): readonly ScoredFigure[] =>
  figures.map((figure, at) => {
    const words = wordsOf(text, figure);
    const isBetter = (other: ScoredFigure, place: number) =>
      other.score > figure.score || (other.score === figure.score && place < at);
    const isEcho = figures.some((other, place) => {
      if (!isBetter(other, place)) return false;
      const told = new Set(wordsOf(text, other));
      return words.every((word) => told.has(word));
    });
    return isEcho ? { ...figure, score: figure.score - ECHO } : figure;
  });

/** The figures that a sentence tells as results; spans count from the sentence's own beginning. */
export const findFigures = ({ text }: Pick<PlacedSentence, 'text'>): readonly ScoredFigure[] => {
  if (text.length > MAX_SENTENCE || !/\d|magnitude|times|twice|fold/iu.test(text)) return [];
  const masked = maskTex(text);
  const groups = findNumbers(masked);
  if (groups.length === 0) return [];
  const formulas = mathSpans(text);
  const reading = { text, masked, clauses: splitClauses(masked, [...groups, ...formulas]) };
  const found = groups.flatMap((group) => figureOf(reading, group) ?? []);
  return lowerEchoes(text, joinOverlapping(found)).map((figure) => ({
    ...figure,
    ...coverMath(figure, formulas),
    numbers: figure.numbers.map((number) => coverMath(number, formulas)),
  }));
};
