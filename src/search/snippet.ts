import { anchorSentences, type AnchoredSentence } from '../domain/sentences.ts';
import type { Splits } from './compounds.ts';
import { findMatches, toMarks, type Match } from './marks.ts';
import type { SearchText } from './payload.ts';
import type { Mark } from './protocol.ts';

/** A passage as long as this is read at a glance; sentences are joined up to it. */
const PASSAGE_LENGTH = 240;
const MAX_SENTENCES = 3;
/** A sentence longer than this is cut. */
const LONGEST_PASSAGE = 360;
const ELLIPSIS = '…';
/** What finding a term again is worth, where finding it first is worth about 1. */
const REPETITION_WORTH = 0.01;

/** What a passage is chosen for: index terms with what finding each is worth. */
export type Wanted = ReadonlyMap<string, number>;

export type Snippet = {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** the sentence of the paper's page where it begins */
  readonly anchor?: string;
};

type Window = {
  readonly sentences: readonly AnchoredSentence[];
  readonly start: number;
  readonly end: number;
};

/** Every sentence, alone and with those after it, as long as they stay within the length of a passage. */
const windowsOf = (sentences: readonly AnchoredSentence[]): readonly Window[] =>
  sentences.flatMap((first, from) =>
    Array.from({ length: MAX_SENTENCES }, (_, more) => sentences.slice(from, from + more + 1))
      .filter((run, more) => run.length === more + 1)
      .map((run) => ({ sentences: run, start: first.start, end: run.at(-1)?.end ?? first.end }))
      .filter(({ start, end }, more) => more === 0 || end - start <= PASSAGE_LENGTH),
  );

/** Texts whose windows are kept: about as many as the results of some keys have. */
const MAX_KEPT = 500;
const kept = new Map<SearchText, readonly (readonly Window[])[]>();

/** The windows of each paragraph; the next key mostly finds the same papers. */
const windowsIn = (text: SearchText): readonly (readonly Window[])[] => {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const windows = anchorSentences(text).map(windowsOf);
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(text, windows);
  return windows;
};

/** What a window is worth: each term once, and a little for each further time. It begins with something found. */
const worthOf = (
  { sentences, start, end }: Window,
  matches: readonly Match[],
  wanted: Wanted,
): number => {
  const inside = matches.filter(({ mark }) => mark[0] >= start && mark[1] <= end);
  if ((inside[0]?.mark[0] ?? Infinity) >= (sentences[0]?.end ?? 0)) return 0;
  const terms = new Set(inside.map(({ term }) => term));
  const once = [...terms].reduce((sum, term) => sum + (wanted.get(term) ?? 0), 0);
  return once + REPETITION_WORTH * (inside.length - terms.size);
};

/** Steps back from the middle of a surrogate pair. */
const toBoundary = (text: string, at: number): number =>
  at > 0 && at < text.length && /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at;

/** The part of a very long sentence around its first mark, cut between words where there are any. */
const cutAround = (start: number, end: number, text: string, marks: readonly Mark[]) => {
  if (end - start <= LONGEST_PASSAGE) return { from: start, to: end };
  const first = marks[0]?.[0] ?? start;
  const early = Math.max(start, Math.min(first - PASSAGE_LENGTH / 4, end - PASSAGE_LENGTH));
  const space = early === start ? -1 : text.indexOf(' ', early);
  const from = space >= 0 && space < first ? space + 1 : toBoundary(text, Math.floor(early));
  const late = Math.min(end, from + PASSAGE_LENGTH);
  const lastSpace = late === end ? -1 : text.lastIndexOf(' ', late);
  return { from, to: lastSpace > Math.max(from, first) ? lastSpace : toBoundary(text, late) };
};

const shift = (marks: readonly Mark[], by: number, length: number): readonly Mark[] =>
  marks
    .map(([start, end]): Mark => [Math.max(0, start + by), Math.min(length, end + by)])
    .filter(([start, end]) => start < end);

const toSnippet = (text: string, window: Window, matches: readonly Match[]): Snippet => {
  const inside = matches.filter(({ mark }) => mark[1] > window.start && mark[0] < window.end);
  const marks = toMarks(inside);
  const { from, to } = cutAround(window.start, window.end, text, marks);
  const before = from > window.start ? ELLIPSIS : '';
  const after = to < window.end ? ELLIPSIS : '';
  const passage = text.slice(from, to);
  return {
    text: `${before}${passage}${after}`,
    marks: shift(shift(marks, -from, passage.length), before.length, Infinity),
    anchor: window.sentences[0]?.anchor,
  };
};

type Candidate = {
  readonly window: Window;
  readonly worth: number;
  readonly snippet: () => Snippet;
};

/** More is better, and of the windows that begin alike the longest: what surrounds a find explains it. */
const isBetter = (one: Candidate, best: Candidate | undefined): boolean =>
  best === undefined ||
  one.worth > best.worth ||
  (one.worth === best.worth && one.window.sentences[0] === best.window.sentences[0]);

const candidatesOf = (
  paragraph: string,
  windows: readonly Window[],
  wanted: Wanted,
  splits: Splits,
): readonly Candidate[] => {
  const matches = findMatches(paragraph, wanted, splits);
  return windows.map((window) => ({
    window,
    worth: worthOf(window, matches, wanted),
    snippet: () => toSnippet(paragraph, window, matches),
  }));
};

/**
 * The passage of an abstract that says most about what is wanted: one to three whole sentences. When none
 * says anything, the beginning; nothing of an empty abstract.
 */
export const findSnippet = (
  text: SearchText,
  wanted: Wanted,
  splits: Splits,
): Snippet | undefined => {
  const windows = windowsIn(text);
  let best: Candidate | undefined;
  for (const [at, paragraph] of text.entries())
    for (const candidate of candidatesOf(paragraph, windows[at] ?? [], wanted, splits))
      if (isBetter(candidate, best)) best = candidate;
  return best?.snippet();
};
