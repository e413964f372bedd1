import { byText } from './by-text.ts';
import type { Catalog } from './catalog.ts';
import { sortKey } from './sort-key.ts';
import { dateToText } from './dates.ts';
import { countOf } from './labels.ts';
import type { Correction, Paper } from './paper.ts';
import {
  MAX_TITLES,
  prefixToLabel,
  splitByTitle,
  splitList,
  titleSteps,
  type Part,
  type Steps,
} from './partition.ts';

/** Something that readers got on a day: a paper, or a notice on one. */
export type Change = {
  readonly day: string;
  readonly paper: Paper;
  /** missing when the paper itself is what they got */
  readonly notice?: Correction;
};

export type Changes = {
  /** the newest first */
  readonly whole: Part<Change>;
  /** by title: no entry tells when its paper was withdrawn */
  readonly withdrawn: Part<Paper>;
  /** listed papers that do not tell when they were added */
  readonly undated: number;
};

/** What a day brought. */
export type ChangeDay = {
  readonly day: string;
  readonly notices: readonly NoticeChange[];
  readonly added: readonly Paper[];
};
type NoticeChange = Change & { readonly notice: Correction };

/** Pages of changes that one index names. */
export const MAX_PAGES = 120;

/** Withdrawn papers that one page shows, each with its reason. */
export const MAX_WITHDRAWN = 40;

/** Where a part of the changes is; the whole has no name. */
export const changePath = (part: string): string =>
  part === '' ? '/changes/' : `/changes/${part}/`;
export const withdrawnPath = (part: string): string => `/changes/withdrawn-${part}/`;

/** With a key to sort by: a sort compares each many times. */
type Keyed = { readonly change: Change; readonly key: string; readonly place: number };

/** A notice older than its paper here came along with the paper. */
const dayOfNotice = ({ date }: Correction, { added = '' }: Paper): string =>
  date > added ? date : added;

const changesOfPaper = (paper: Paper): readonly Keyed[] => {
  const { added, corrections = [], withdrawn } = paper;
  const key = sortKey(paper.title);
  const notices = corrections.map((notice, at) => ({
    change: { day: dayOfNotice(notice, paper), paper, notice },
    key,
    place: at + 1,
  }));
  if (added === undefined || withdrawn !== undefined) return notices;
  return [...notices, { change: { day: added, paper }, key, place: 0 }];
};

/** Notices before papers, for there are few and they matter more. */
const rankOf = ({ notice }: Change): number => (notice === undefined ? 1 : 0);

const byDay = (a: Keyed, b: Keyed): number =>
  byText(b.change.day, a.change.day) ||
  rankOf(a.change) - rankOf(b.change) ||
  byText(a.key, b.key) ||
  byText(a.change.paper.id, b.change.paper.id) ||
  a.place - b.place;

/** Year, month, day, then the title; last what it is, for a paper may come with several notices. */
const stepsOf = ({ change: { day, paper }, place }: Keyed): Steps => {
  const [year = '', month, date] = day.split('-');
  const [first, ...rest] = titleSteps(paper);
  return [year, `-${month}`, `-${date}`, `-${first}`, ...rest, `+${place}`];
};

const DAY_STEPS = 3;

const stepsToLabel = (steps: Steps): string => {
  const [first, ...rest] = steps.slice(DAY_STEPS);
  const when = dateToText(steps.slice(0, DAY_STEPS).join(''));
  return first === undefined ? when : `${when}, ${prefixToLabel([first.slice(1), ...rest])}`;
};

const withoutKeys = ({ items, parts, ...part }: Part<Keyed>): Part<Change> => ({
  ...part,
  items: items.map(({ change }) => change),
  parts: parts.map(withoutKeys),
});

/** All that is known to have changed, in parts that a page can show. */
export const changesOf = ({
  papers,
  withdrawn,
}: Pick<Catalog, 'papers' | 'withdrawn'>): Changes => {
  const sorted = [...papers, ...withdrawn].flatMap(changesOfPaper).toSorted(byDay);
  const split = { stepsOf, labelOf: stepsToLabel, most: MAX_TITLES, descending: DAY_STEPS };
  return {
    whole: withoutKeys(splitList(sorted, split)),
    withdrawn: splitByTitle(withdrawn, MAX_WITHDRAWN),
    undated: papers.filter(({ added }) => added === undefined).length,
  };
};

const isNotice = (change: Change): change is NoticeChange => change.notice !== undefined;

/** Changes by day, in the order given. */
export const groupByDay = (changes: readonly Change[]): readonly ChangeDay[] =>
  [...Map.groupBy(changes, ({ day }) => day)].map(([day, group]) => ({
    day,
    notices: group.filter(isNotice),
    added: group.filter((change) => !isNotice(change)).map(({ paper }) => paper),
  }));

/** The smallest part that holds all that a day brought. */
export const partOfDay = (part: Part<Change>, day: string): Part<Change> => {
  const holders = part.parts.filter(({ items }) => items.some((change) => change.day === day));
  const [only, another] = holders;
  return only === undefined || another !== undefined ? part : partOfDay(only, day);
};

/** @example dayToText({ notices: [one], added: [two, more] }) // '2 papers added, 1 notice' */
export const dayToText = ({ notices, added }: Pick<ChangeDay, 'notices' | 'added'>): string =>
  [
    ...(added.length > 0 ? [`${countOf(added.length, 'paper')} added`] : []),
    ...(notices.length > 0 ? [countOf(notices.length, 'notice')] : []),
  ].join(', ');

/** A day as the page of what is new shows it: perhaps not to its end. */
export type LatestDay = {
  readonly shown: ChangeDay;
  readonly whole: ChangeDay;
  /** where all of it is */
  readonly part: Part<Change>;
};

/** The newest changes by day, the last day cut short where there are too many. */
export const latestDays = (whole: Part<Change>, most: number): readonly LatestDay[] => {
  const shown = groupByDay(whole.items.slice(0, most));
  const days = groupByDay(whole.items.filter(({ day }) => day >= (shown.at(-1)?.day ?? '')));
  return days.map((day, at) => ({
    shown: shown[at] ?? day,
    whole: day,
    part: partOfDay(whole, day.day),
  }));
};
