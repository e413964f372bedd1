import { byText } from './by-text.ts';
import { sortKey } from './sort-key.ts';
import { hashText } from './hash-text.ts';
import { yearOf, type Paper } from './paper.ts';

/** The longest lists that one page shows, so that a page stays light: titles alone, and what readers filter and sort. */
export const MAX_TITLES = 122;
export const MAX_LIST_LENGTH = 80;

/**
 * A list too long for one page falls apart by what its papers are, never by where they stand, so that a
 * paper keeps its page when others come and go. A part has either items or parts of its own; once a part
 * grows too long its name stays, as that of the index of its parts.
 */
export type Part<T> = {
  /** ASCII, for the address; empty for the whole */
  readonly name: string;
  /** for readers */
  readonly label: string;
  /** all that it holds, in the order given */
  readonly items: readonly T[];
  /** empty when all items fit on one page */
  readonly parts: readonly Part<T>[];
};

/** What an item is told apart by, step by step. No two items of a list have the same steps. */
export type Steps = readonly string[];
type Stepped<T> = { readonly item: T; readonly steps: Steps };

/** Title characters that tell pages apart; titles alike so far are told apart by a hash of their ids. */
const MAX_PREFIX = 24;
/** Stands before the hash; no letter and no number, so no title has it in its sort key. */
const END = '~';

/** Eight hex digits that spread papers of one title evenly. */
const hashOf = (text: string): string => hashText(text).toString(16).padStart(8, '0');

type Named = { readonly id: string; readonly title: string };

export const titleSteps = ({ id, title }: Named): Steps => [
  ...[...sortKey(title)].slice(0, MAX_PREFIX),
  END,
  ...hashOf(id),
  ...id,
];

/** @example stepToName('a'), stepToName(' '), stepToName('д') // 'a', '-', '_434_' */
const stepToName = (step: string): string =>
  step
    .replaceAll(' ', '-')
    .replace(/[^a-z0-9~-]/gu, (character) => `_${character.codePointAt(0)?.toString(16)}_`);

const groupByStep = <T>(
  items: readonly Stepped<T>[],
  depth: number,
): readonly (readonly [string, readonly Stepped<T>[]])[] =>
  [...Map.groupBy(items, ({ steps }) => steps[depth] ?? '')].toSorted(([a], [b]) => byText(a, b));

/** How a list falls apart. */
export type Split<T> = {
  readonly stepsOf: (item: T) => Steps;
  readonly labelOf: (steps: Steps) => string;
  readonly most: number;
  /** what an item counts for, when some are heavier than others */
  readonly weigh?: (item: T) => number;
  /** steps, from the first, at which the last value comes first: the newest day */
  readonly descending?: number;
};

const splitSteps = <T>(items: readonly Stepped<T>[], before: Steps, split: Split<T>): Part<T> => {
  const { labelOf, most, weigh = () => 1, descending = 0 } = split;
  const weight = items.reduce((sum, { item }) => sum + weigh(item), 0);
  const isLight = weight <= most || items.length < 2;
  const groups = isLight ? [] : groupByStep(items, before.length);
  const parts = groups.map(([step, group]) => splitSteps(group, [...before, step], split));
  return {
    name: before.map(stepToName).join(''),
    label: labelOf(before),
    items: items.map(({ item }) => item),
    parts: before.length < descending ? parts.toReversed() : parts,
  };
};

/** Splits a list until no page shows more than the most. */
export const splitList = <T>(items: readonly T[], split: Split<T>): Part<T> =>
  splitSteps(
    items.map((item) => ({ item, steps: split.stepsOf(item) })),
    [],
    split,
  );

const capitalize = (text: string): string => {
  const [first = '', ...rest] = [...text];
  return first.toUpperCase() + rest.join('');
};

/** @example prefixToLabel([...'lear']) // 'Lear…' */
export const prefixToLabel = (steps: Steps): string => {
  const end = steps.indexOf(END);
  const letters = end < 0 ? steps : steps.slice(0, end);
  const isWhole = end < 0 ? letters.length <= 1 : letters.length < MAX_PREFIX;
  const title = `${capitalize(letters.join(''))}${isWhole ? '' : '…'}`;
  if (end < 0) return title;
  const hash = steps.slice(end + 1).join('');
  return `${title || 'Signs only'}${hash === '' ? '' : ` (${hash})`}`;
};

/** Splits papers, or whatever has a title, by the beginning of their titles. */
export const splitByTitle = <T extends Named>(items: readonly T[], most = MAX_TITLES): Part<T> =>
  splitList(items, { stepsOf: titleSteps, labelOf: prefixToLabel, most });

const UNDATED = 'undated';
/** Years tell the parts of a list apart when at most one paper in ten has none. */
const MOSTLY = 0.9;

const isMostlyDated = (papers: readonly Paper[]): boolean =>
  papers.filter((paper) => yearOf(paper) !== undefined).length >= MOSTLY * papers.length;

/** A year falls into these first: letters alone would make a page for every few papers. */
const RANGES = ['a–c', 'd–f', 'g–i', 'j–m', 'n–p', 'q–s', 't–v', 'w–z'] as const;
/** Digits and letters of other scripts, in front as in every order of titles. */
const OTHERS = '0';

/** @example rangeOf('e') // 'd–f' @example rangeOf('д') // '0' */
const rangeOf = (first: string): string =>
  RANGES.find((range) => first >= range.slice(0, 1) && first <= range.slice(-1)) ?? OTHERS;

/** Year, range of letters, then the title as it goes on; the hyphens part them in addresses. */
const yearSteps = (paper: Paper): Steps => {
  const [first = END, ...rest] = titleSteps(paper);
  const range = rangeOf(first).replace('–', '-');
  return [String(yearOf(paper) ?? UNDATED), `-${range}`, `-${first}`, ...rest];
};

const rangeToLabel = (range: string): string =>
  range === OTHERS ? 'others' : range.toUpperCase().replace('-', '–');

const yearToLabel = ([year = '', range = '', first = '', ...rest]: Steps): string => {
  const when = year === UNDATED ? 'No date' : year;
  if (range === '') return when;
  if (first === '') return `${when}, ${rangeToLabel(range.slice(1))}`;
  return `${when}, ${prefixToLabel([first.slice(1), ...rest])}`;
};

/** The newest first, those without a year last. */
const byYear = (a: Part<Paper>, b: Part<Paper>): number =>
  a.name === UNDATED ? 1 : b.name === UNDATED ? -1 : byText(b.name, a.name);

/** Splits papers by year, the newest first, then by title; by title alone when too many have no year. */
export const splitByYear = (
  papers: readonly Paper[],
  limit: Pick<Split<Paper>, 'most' | 'weigh'> = { most: MAX_LIST_LENGTH },
): Part<Paper> => {
  if (!isMostlyDated(papers))
    return splitList(papers, { ...limit, stepsOf: titleSteps, labelOf: prefixToLabel });
  const whole = splitList(papers, { ...limit, stepsOf: yearSteps, labelOf: yearToLabel });
  return { ...whole, parts: whole.parts.toSorted(byYear) };
};

/** The parts that show papers, in order; the whole when it is not split. */
export const pagesOf = <T>(part: Part<T>): readonly Part<T>[] =>
  part.parts.length === 0 ? [part] : part.parts.flatMap(pagesOf);

/** Where a list falls apart first: above there is one part of a part, and nothing to choose. */
export const firstFork = <T>(part: Part<T>): Part<T> => {
  const [only, ...others] = part.parts;
  return only === undefined || others.length > 0 || only.parts.length === 0
    ? part
    : firstFork(only);
};

/** Every part below the whole, indexes and pages. */
export const partsBelow = <T>(whole: Part<T>): readonly Part<T>[] =>
  whole.parts.flatMap((part) => [part, ...partsBelow(part)]);

/** @example letterOf('“The” end') // 'T' @example letterOf('3D') // '0–9' */
export const letterOf = (title: string): string => {
  const [first] = sortKey(title);
  if (first === undefined) return 'Signs';
  return /\p{N}/u.test(first) ? '0–9' : capitalize(first);
};
