import { byText } from './by-text.ts';
import { dayNumber, dayOf } from './days.ts';
import { hashText } from './hash-text.ts';
import type { Paper } from './paper.ts';

/** The most papers that a digest shows in full. */
export const MAX_SHOWN = 20;
/** How many papers of the collection a day without new ones brings. */
export const QUIET_SHARE = 5;
/** Days without new papers have a digest only among the last so many. */
export const WINDOW_DAYS = 60;

/** What a day brings. */
export type Digest = {
  readonly date: string;
  /** whether its papers were added on this day; else they are of the collection */
  readonly isNew: boolean;
  /** shown in full: new ones by title, else the one that waited longest first */
  readonly papers: readonly Paper[];
  /** the other new ones, by title */
  readonly rest: readonly Paper[];
};

type Hand = Pick<Digest, 'papers' | 'rest'>;

/** Deals papers as well-shuffled cards are dealt: each has its place for itself, whatever the others are. */
const deal = (papers: readonly Paper[]): readonly Paper[] =>
  papers
    .map((paper) => ({ paper, place: hashText(paper.id) }))
    .toSorted((a, b) => a.place - b.place || byText(a.paper.id, b.paper.id))
    .map(({ paper }) => paper);

/** The new papers of a day: those shown in full and the rest, both in the order given. */
const splitNew = (papers: readonly Paper[], dealt: readonly Paper[]): Hand => {
  const shown = new Set(dealt.slice(0, MAX_SHOWN));
  return {
    papers: papers.filter((paper) => shown.has(paper)),
    rest: papers.filter((paper) => !shown.has(paper)),
  };
};

/** The line in which papers wait for a day without new ones: who was shown goes to its end. */
const startLine = () => {
  const line: Paper[] = [];
  let [next, size] = [0, 0];
  const take = (count: number): readonly Paper[] => {
    const taken = line.slice(next, next + count);
    next += taken.length;
    for (const paper of taken) line.push(paper);
    return taken;
  };
  return {
    join: (papers: readonly Paper[]): void => {
      for (const paper of papers) line.push(paper);
      size += papers.length;
    },
    takeShare: (): readonly Paper[] => take(Math.min(QUIET_SHARE, size)),
    /** lets so many days go by; whole rounds change nothing */
    skip: (days: number): void => {
      take((days * Math.min(QUIET_SHARE, size)) % size);
    },
  };
};

/** Papers by the day on which they were added, the first day first; none after `until`. */
const groupByDay = (
  papers: readonly Paper[],
  until: string,
): readonly (readonly [string, readonly Paper[]])[] =>
  [...Map.groupBy(papers, ({ added }) => added ?? '')]
    .filter(([day]) => day !== '' && day <= until)
    .toSorted(([a], [b]) => byText(a, b));

const newestDay = (papers: readonly Paper[]): string =>
  papers.reduce((last, { added = '' }) => (added > last ? added : last), '');

/**
 * The digests of a collection, the first day first: of every day on which papers were added and of each of the
 * last sixty days before `until`. A day without new papers brings five of the collection by this rule: papers
 * wait in one line; new ones join its end, those that their own day only named before those that it showed, by
 * a hash of their ids; a day without new papers shows the first five and sends them to the end. So no paper
 * comes again before all others had their turn, and what is added later changes nothing before. None when no
 * paper tells when it was added. Expects papers by title.
 */
export const planDigests = (
  papers: readonly Paper[],
  until = newestDay(papers),
): readonly Digest[] => {
  const days = groupByDay(papers, until);
  const firstKept = dayNumber(until) - WINDOW_DAYS + 1;
  const line = startLine();
  const quietDigest = (day: number): Digest => ({
    date: dayOf(day),
    isNew: false,
    papers: line.takeShare(),
    rest: [],
  });
  return days.flatMap(([date, added], at) => {
    const dealt = deal(added);
    line.join([...dealt.slice(MAX_SHOWN), ...dealt.slice(0, MAX_SHOWN)]);
    const nextDate = days[at + 1]?.[0];
    const [first, end] = [
      dayNumber(date) + 1,
      nextDate === undefined ? dayNumber(until) + 1 : dayNumber(nextDate),
    ];
    const kept = Math.min(Math.max(first, firstKept), end);
    line.skip(kept - first);
    const quiet = Array.from({ length: end - kept }, (_, day) => quietDigest(kept + day));
    return [{ date, isNew: true, ...splitNew(added, dealt) }, ...quiet];
  });
};

/** The digest of one day; none before the first paper was added. */
export const digestOf = (papers: readonly Paper[], date: string): Digest | undefined =>
  planDigests(papers, date).at(-1);
