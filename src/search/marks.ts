import { analyze, termOf, type Piece } from './analyze.ts';
import { findRuns, type Run, type Splits } from './compounds.ts';
import type { Mark } from './protocol.ts';

type Taken = { readonly pieces: readonly Piece[]; readonly runs: readonly Run[] };

/** Paragraphs of a collection whose words are kept: about as many as the results of some keys have. */
const MAX_KEPT = 500;
const kept = new WeakMap<Splits, Map<string, Taken>>();

/** Takes a text apart; the next key mostly finds the same papers. */
const takeApart = (text: string, splits: Splits): Taken => {
  const own = kept.get(splits) ?? new Map<string, Taken>();
  const known = own.get(text);
  if (known !== undefined) return known;
  const pieces = analyze(text);
  const taken = { pieces, runs: findRuns(pieces, splits) };
  if (own.size >= MAX_KEPT) own.clear();
  kept.set(splits, own.set(text, taken));
  return taken;
};

/** A place in a text where something of the query stands. */
export type Match = { readonly mark: Mark; readonly term: string };

const markOf = (pieces: readonly Piece[]): Mark => [pieces[0]?.start ?? 0, pieces.at(-1)?.end ?? 0];

/** The places where a name of several words stands, its terms in a row. */
const findNames = (
  pieces: readonly Piece[],
  terms: ReadonlyMap<string, number>,
): readonly Match[] =>
  [...terms.keys()]
    .filter((term) => term.includes(' '))
    .flatMap((term) => {
      const parts = term.split(' ');
      return pieces.flatMap((_, from) => {
        const stands = parts.every((part, at) => pieces[from + at]?.form.term === part);
        return stands ? [{ mark: markOf(pieces.slice(from, from + parts.length)), term }] : [];
      });
    });

/**
 * The places where the terms of a query stand, in the order of the text; compounds may cover their parts. A
 * term of several words, with spaces, stands where all of them stand in a row.
 */
export const findMatches = (
  text: string,
  terms: ReadonlyMap<string, number>,
  splits: Splits,
): readonly Match[] => {
  const { pieces, runs } = takeApart(text, splits);
  const words = pieces
    .filter(({ form }) => !form.isStop && terms.has(form.term))
    .map((piece) => ({ mark: markOf([piece]), term: piece.form.term }));
  const compounds = runs
    .map(({ word, from, to }) => ({ mark: markOf(pieces.slice(from, to)), term: termOf(word) }))
    .filter(({ term }) => terms.has(term));
  return [...words, ...compounds, ...findNames(pieces, terms)].toSorted(
    (a, b) => a.mark[0] - b.mark[0] || a.mark[1] - b.mark[1],
  );
};

/** The ranges to mark: in order, none empty, none touching another. */
export const toMarks = (matches: readonly Match[]): readonly Mark[] => {
  const marks: [start: number, end: number][] = [];
  for (const { mark } of matches) {
    const last = marks.at(-1);
    if (last !== undefined && mark[0] <= last[1]) last[1] = Math.max(last[1], mark[1]);
    else marks.push([mark[0], mark[1]]);
  }
  return marks;
};
