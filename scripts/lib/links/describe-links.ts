import type { LinkRecord, LinkRecords } from '../../../src/domain/link-report.ts';
import type { OutgoingLink } from '../../../src/domain/outgoing-links.ts';

const TOLD = ['dead', 'moved'] as const;
const COUNTED = ['alive', 'moved', 'unsure', 'suspect', 'dead'] as const;

const what = ({ state, answer, since, to }: LinkRecord): string =>
  state === 'dead' ? `${answer}, since ${since ?? '?'}` : `${answer}, now ${to ?? '?'}`;

const placesOf = ({ places }: OutgoingLink, shownAs: string): string =>
  places.map(({ file, field }) => `${shownAs}/${file} (${field})`).join(', ');

/** A line for each dead link, and then for each that moved: what to do something about. */
export const describeLinks = (
  links: readonly OutgoingLink[],
  records: LinkRecords,
  shownAs: string,
): readonly string[] =>
  TOLD.flatMap((state) =>
    links.flatMap((link) => {
      const record = records.get(link.url);
      if (record?.state !== state) return [];
      return [`${state}: ${link.url} (${what(record)}) in ${placesOf(link, shownAs)}`];
    }),
  );

/** @example '312 links: 300 alive, 4 moved, 6 unsure, 2 dead; 40 asked now, 0 never asked' */
export const summarizeLinks = (
  links: readonly OutgoingLink[],
  records: LinkRecords,
  asked: number,
): string => {
  const states = links.map(({ url }) => records.get(url)?.state);
  const counts = COUNTED.map((state) => ({
    state,
    count: states.filter((one) => one === state).length,
  })).filter(({ state, count }) => count > 0 || state === 'alive' || state === 'dead');
  const known = counts.map(({ state, count }) => `${count} ${state}`).join(', ');
  const never = states.filter((state) => state === undefined).length;
  const noun = links.length === 1 ? 'link' : 'links';
  return `${links.length} ${noun}: ${known}; ${asked} asked now, ${never} never asked`;
};
