import type { Paper } from './paper.ts';

type Dated = Pick<Paper, 'added' | 'corrections'>;

const newest = (days: readonly string[]): string | undefined =>
  days.reduce<string | undefined>(
    (last, day) => (last === undefined || day > last ? day : last),
    undefined,
  );

/** The day on which readers last got something new of a paper: itself, or a notice on it. */
export const changedOn = ({ added, corrections = [] }: Dated): string | undefined =>
  newest([...(added === undefined ? [] : [added]), ...corrections.map(({ date }) => date)]);

/** The newest of such days; none when no paper tells. */
export const lastChange = (papers: readonly Dated[]): string | undefined =>
  newest(papers.flatMap((paper) => changedOn(paper) ?? []));
